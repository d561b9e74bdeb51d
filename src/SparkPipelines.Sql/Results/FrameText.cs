using Microsoft.Data.Analysis;

namespace SparkPipelines.Sql;

/// <summary>How a <see cref="Microsoft.Data.Analysis.DataFrame"/> keeps its text.</summary>
public enum FrameText
{
    /// <summary>As .NET strings, in a <see cref="StringDataFrameColumn"/>: everything that a frame can do works with it.</summary>
    Strings = 0,

    /// <summary>
    /// As UTF-8, in an <see cref="ArrowStringDataFrameColumn"/>: several times faster to make and smaller, but it can't be changed, sorted, grouped by, appended
    /// to or cloned. For frames that are only read, by ML.NET for instance.
    /// </summary>
    Utf8 = 1,
}

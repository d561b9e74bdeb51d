using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>Finds out names and types of delimited files' columns by reading their headers and a sample as text.</summary>
internal static class DelimitedInference
{
    /// <exception cref="DatasetException">Headers differ, a named column is missing, or there is no column at all.</exception>
    public static StructType Infer(IReadOnlyList<StoredFile> files, DelimitedOptions options)
    {
        List<string>? names = null;
        string? namesFrom = null;
        var columns = new List<ColumnTypeInference>();
        var rows = 0;
        foreach (var file in files)
        {
            using var reader = new DelimitedReader(file, options);
            if (options.HasHeader)
            {
                if (!reader.Read())
                    continue;
                var header = ColumnNames.FromHeader(reader.Fields);
                if (names is null)
                    (names, namesFrom) = (header, file.ToString());
                else if (!names.SequenceEqual(header))
                    throw new DatasetException($"The columns of '{file}' are {ColumnNames.List(header)}, those of '{namesFrom}' {ColumnNames.List(names)}; files of one dataset must have the same header.");
            }

            while (options.InferColumnTypes && rows < options.SampleRows && reader.Read())
            {
                rows++;
                Sample(reader.Fields, columns, options, names);
            }

            if (!options.HasHeader && !options.InferColumnTypes && columns.Count == 0 && reader.Read())
                Sample(reader.Fields, columns, options, names);
        }

        names ??= ColumnNames.Numbered(columns.Count);
        if (names.Count == 0)
            throw new DatasetException($"{(files.Count == 1 ? $"'{files[0]}' holds" : $"The {Yaml.Text(files.Count)} files from '{files[0]}' on hold")} no line to take columns from.");
        return Assemble(names, columns, options);
    }

    private static void Sample(List<string?> fields, List<ColumnTypeInference> columns, DelimitedOptions options, List<string>? names)
    {
        // Beyond the header's width a row has no column; without a header the widest sampled row decides.
        var width = names is null ? fields.Count : Math.Min(fields.Count, names.Count);
        while (columns.Count < width)
            columns.Add(new ColumnTypeInference());
        for (var i = 0; i < width; i++)
        {
            if (fields[i] is { } text && !IsNull(text, options))
                columns[i].Add(text);
        }
    }

    private static bool IsNull(string text, DelimitedOptions options) => options.NullValues.Count > 0 && options.NullValues.Contains(text.Trim());

    private static StructType Assemble(List<string> names, List<ColumnTypeInference> columns, DelimitedOptions options)
    {
        foreach (var named in options.ColumnTypes.Keys)
        {
            if (!names.Contains(named))
                throw new DatasetException($"There is no column '{named}' to give a type to; the columns are {ColumnNames.List(names)}.");
        }

        return new StructType(names.Select((name, i) =>
            new StructField(name, options.ColumnTypes.TryGetValue(name, out var type) ? type : i < columns.Count && options.InferColumnTypes ? columns[i].Decide() : new StringType())));
    }
}

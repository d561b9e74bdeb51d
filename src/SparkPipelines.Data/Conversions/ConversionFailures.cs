using System.Runtime.CompilerServices;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>Turns an engine's report of a misfit into one that names file and line, which it finds by reading the files again.</summary>
internal static class ConversionFailures
{
    public static T Explain<T>(TabularSource source, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SparkException error) when (Locate(source, error) is { } explained)
        {
            throw explained;
        }
    }

    public static async IAsyncEnumerable<T> Explain<T>(TabularSource source, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var enumerator = items.GetAsyncEnumerator(cancellationToken);
        await using var disposing = enumerator.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    yield break;
            }
            catch (SparkException error) when (Locate(source, error) is { } explained)
            {
                throw explained;
            }

            yield return enumerator.Current;
        }
    }

    private static DatasetConversionException? Locate(TabularSource source, SparkException error)
    {
        if (source is not DelimitedSource delimited)
            return null;
        var schema = delimited.GetSchema();
        for (var i = 0; i < schema.Count; i++)
        {
            var misfit = ColumnConversion.Misfit(schema[i]);
            var from = error.Message.IndexOf(misfit, StringComparison.Ordinal);
            if (from < 0)
                continue;
            from += misfit.Length;
            var end = error.Message.IndexOf("'.", from, StringComparison.Ordinal);
            if (end > from)
                return Describe(delimited, schema[i], i, error.Message[from..end], error);
        }

        return null;
    }

    private static DatasetConversionException Describe(DelimitedSource source, StructField column, int index, string text, SparkException error)
    {
        foreach (var file in source.ResolveFiles())
        {
            using var reader = new DelimitedReader(file, source.Options);
            if (source.Options.HasHeader && !reader.Read())
                continue;
            while (reader.Read())
            {
                if (index < reader.Fields.Count && reader.Fields[index] == text)
                    return new DatasetConversionException($"'{file}', line {Yaml.Text(reader.Line)}: {ColumnConversion.Misfit(column)}{text}'. {WaysOut(column)}", file.ToString(), reader.Line, column.Name, text, error);
            }
        }

        return new DatasetConversionException($"{ColumnConversion.Misfit(column)}{text}'. {WaysOut(column)}", null, null, column.Name, text, error);
    }

    private static string WaysOut(StructField column) =>
        $"List it in NullValues if it stands for a missing value, give '{column.Name}' another type in ColumnTypes, or read with OnError.Null.";
}

using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>The errors of reading and writing files, in Spark's own conditions where it has them.</summary>
internal static class FormatErrors
{
    private const string Refused = "UNSUPPORTED_FEATURE.EMBEDDED_ENGINE";

    internal static AnalysisException PathNotFound(string uri) =>
        Analysis("PATH_NOT_FOUND", "42K03", $"Path does not exist: {uri}.", ("path", uri));

    internal static AnalysisException PathAlreadyExists(string uri) =>
        Analysis("PATH_ALREADY_EXISTS", "42K04", $"Path {uri} already exists. Set mode as \"overwrite\" to overwrite the existing path.", ("outputPath", uri));

    internal static AnalysisException UnableToInferSchema(string format) =>
        Analysis("UNABLE_TO_INFER_SCHEMA", "42KD9", $"Unable to infer schema for {format}. It must be specified manually.", ("format", format));

    internal static AnalysisException UnsupportedDataType(string format, StructField field) =>
        Analysis(
            "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE",
            "0A000",
            $"The {format} datasource doesn't support the column `{field.Name}` of the type \"{field.DataType.Sql}\".",
            ("format", format),
            ("columnName", $"`{field.Name}`"),
            ("columnType", $"\"{field.DataType.Sql}\""));

    internal static AnalysisException TextHasOneColumn(int columns) =>
        Analysis("_LEGACY_ERROR_TEMP_1290", "", $"Text data source supports only a single column, and you have {columns} columns.");

    internal static AnalysisException PartitionColumnNotFound(string column, StructType schema) =>
        Analysis(
            "PARTITION_COLUMN_NOT_FOUND_IN_SCHEMA",
            "42000",
            $"Partition column `{column}` not found in schema {Quoted(schema)}. Please provide the existing column for partitioning.",
            ("column", $"`{column}`"),
            ("schema", Quoted(schema)));

    internal static AnalysisException AllPartitionColumns() =>
        Analysis("ALL_PARTITION_COLUMNS_NOT_ALLOWED", "KD005", "Cannot use all columns for partition columns.");

    internal static AnalysisException DuplicateColumn(string column) =>
        Analysis(
            "COLUMN_ALREADY_EXISTS",
            "42711",
            $"The column `{column}` already exists. Choose another name or rename the existing column.",
            ("columnName", $"`{column}`"));

    internal static SparkException ConflictingPartitions(IReadOnlyList<string> lists) =>
        Of(
            (message, details) => new SparkRuntimeException(message, details),
            "CONFLICTING_PARTITION_COLUMN_NAMES",
            "KD009",
            "Conflicting partition column names detected:\n" + string.Join("\n", lists) + "\nFor partitioned table directories, data files should only live in leaf directories. And directories at the same level should have the same partition column name. Please check the following directories for unexpected files or inconsistent partition column names:",
            ("distinctPartColLists", string.Join("\n", lists)));

    internal static SparkException CannotMerge(DataType left, DataType right) =>
        Of(
            (message, details) => new SparkException(message, details),
            "CANNOT_MERGE_INCOMPATIBLE_DATA_TYPE",
            "42825",
            $"Failed to merge incompatible data types \"{left.Sql}\" and \"{right.Sql}\". Please check the data types of the columns being merged and ensure that they are compatible. If necessary, consider casting the columns to compatible data types before attempting the merge.",
            ("left", $"\"{left.Sql}\""),
            ("right", $"\"{right.Sql}\""));

    internal static SparkException BadRecord(string record, string failFastMode = "FAILFAST") =>
        Of(
            (message, details) => new SparkRuntimeException(message, details),
            "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION",
            "22023",
            $"Malformed records are detected in record parsing: {record}.\nParse Mode: {failFastMode}. To process malformed records as null result, try setting the option 'mode' as 'PERMISSIVE'.",
            ("badRecord", record),
            ("failFastMode", failFastMode));

    internal static SparkException MoreThanOneCharacter(string name, string value) =>
        Of(
            (message, details) => new SparkRuntimeException(message, details),
            "OPTION_VALUE_EXCEEDS_ONE_CHARACTER",
            "22023",
            $"The value of {name} cannot be more than one character, but got {value}.",
            ("option", name),
            ("value", value));

    internal static SparkException MalformedCsvRecord(string record) =>
        Of((message, details) => new SparkRuntimeException(message, details), "MALFORMED_CSV_RECORD", "KD000", $"Malformed CSV record: {record}", ("badRecord", record));

    internal static SparkException FailedReadFile(DataFile file, Exception cause) =>
        Of(
            (message, details) => new SparkException(message, details, cause),
            "FAILED_READ_FILE.NO_HINT",
            "KD001",
            $"Encountered error while reading file {file.Uri}. ",
            ("path", file.Uri));

    internal static SparkException BadOption(string name, string value, string allowed) =>
        Of(
            (message, details) => new SparkIllegalArgumentException(message, details),
            "INVALID_OPTION_VALUE",
            "42616",
            $"The option '{name}' has the value '{value}'; allowed is {allowed}.",
            ("option", name),
            ("value", value));

    internal static SparkUnsupportedOperationException UnsupportedOption(string format, string name, string value) =>
        Unsupported($"The embedded engine does not have the option '{name}' of format '{format}' (it is set to '{value}'); leave it out, or run the plan on Spark.", name);

    internal static SparkUnsupportedOperationException UnsupportedValue(string format, string name, string value, string allowed) =>
        Unsupported($"The embedded engine does not have the value '{value}' for option '{name}' of format '{format}'; it has {allowed}.", name);

    internal static SparkUnsupportedOperationException UnsupportedScheme(string path, string scheme) =>
        Unsupported($"The embedded engine reads and writes local files only; the path '{path}' has the scheme '{scheme}'. Run the plan on Spark, or copy the files first.", scheme);

    internal static SparkUnsupportedOperationException UnknownFormat(string name, IEnumerable<string> known) =>
        Unsupported($"The embedded engine does not have the format '{name}'; it has {string.Join(", ", known)}. Run the plan on Spark for others.", name);

    internal static SparkUnsupportedOperationException Unsupported(string text, string name) =>
        Of((message, details) => new SparkUnsupportedOperationException(message, details), Refused, "0A000", text, ("name", name));

    private static string Quoted(StructType schema) => $"\"{schema.Sql}\"";

    private static AnalysisException Analysis(string condition, string state, string text, params ReadOnlySpan<(string Name, string Value)> parameters) =>
        Of((message, details) => new AnalysisException(message, details), condition, state, text, parameters);

    private static T Of<T>(
        Func<string, SparkErrorDetails, T> create, string condition, string state, string text, params ReadOnlySpan<(string Name, string Value)> parameters)
        where T : SparkException
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in parameters)
            values[name] = value;
        var details = new SparkErrorDetails { ErrorClass = condition, SqlState = state, MessageParameters = values, Engine = "embedded" };
        return create(state.Length == 0 ? text : $"[{condition}] {text} SQLSTATE: {state}", details);
    }
}

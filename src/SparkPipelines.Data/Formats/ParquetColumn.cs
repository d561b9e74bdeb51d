using Apache.Arrow;
using Parquet;
using Parquet.Schema;
using SparkPipelines.Sql;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using Field = Parquet.Schema.Field;
using StructField = SparkPipelines.Sql.Types.StructField;

namespace SparkPipelines.Data;

/// <summary>One column between Arrow and Parquet.Net, a row group at a time, by the same readers and writers that records use.</summary>
internal abstract class ParquetColumn(StructField sparkField, DataField field)
{
    public StructField SparkField { get; } = sparkField;

    public DataField Field { get; } = field;

    protected ColumnPath Path { get; } = new(sparkField.Name, sparkField.DataType);

    /// <summary>A column of a type; <paramref name="existing"/> is the file's own field when one is read.</summary>
    /// <exception cref="ConversionException">The type is none that is written or read here.</exception>
    public static ParquetColumn Of(StructField field, Field? existing)
    {
        var name = field.Name;
        return field.DataType switch
        {
            BooleanType => Plain<bool>(),
            ByteType => Plain<sbyte>(),
            ShortType => Plain<short>(),
            IntegerType => Plain<int>(),
            LongType => Plain<long>(),
            FloatType => Plain<float>(),
            DoubleType => Plain<double>(),
            DecimalType { Precision: <= ClrTypes.DecimalPrecision } d => Values<decimal>(new DecimalDataField(name, d.Precision, d.Scale, isNullable: true)),
            DateType => Plain<DateOnly>(),
            TimestampType => Values<DateTime>(new DateTimeDataField(name, DateTimeFormat.Timestamp, true, DateTimeTimeUnit.Micros, true)),
            TimestampNtzType => Values<DateTime>(new DateTimeDataField(name, DateTimeFormat.Timestamp, false, DateTimeTimeUnit.Micros, true)),
            StringType or CharType or VarcharType => new StringParquetColumn(field, Field(new DataField(name, typeof(string), true))),
            BinaryType => new BinaryParquetColumn(field, Field(new DataField(name, typeof(byte[]), true))),
            var type => throw new ConversionException(
                name, type, $"Column '{name}' ({type.SimpleString}) is written and read as Parquet by an engine only; use a session's Read().Parquet(…) and Write().Parquet(…)."),
        };

        DataField Field(DataField made) => existing as DataField ?? made;

        ParquetColumn Plain<T>()
            where T : struct => Values<T>(new DataField(name, typeof(T), true));

        ParquetColumn Values<T>(DataField made)
            where T : struct => new ValueParquetColumn<T>(field, Field(made));
    }

    public abstract Task WriteAsync(ParquetRowGroupWriter group, IArrowArray column, CancellationToken cancellationToken);

    public abstract Task<IArrowArray> ReadAsync(ParquetRowGroupReader group, int rows, CancellationToken cancellationToken);

    protected T[] FromArrow<T>(IArrowArray column)
    {
        var values = new T[column.Length];
        ((ColumnReader<T>)ColumnReaders.Of(ClrShape.Of(typeof(T)), Path)).Read(column, 0, values);
        return values;
    }

    protected IArrowArray ToArrow<T>(T[] values)
    {
        var writer = (ColumnWriter<T>)ColumnWriters.Of(ClrShape.Of(typeof(T)), Path, nullable: true);
        writer.Append(values, default);
        return writer.Finish();
    }
}

internal sealed class ValueParquetColumn<T>(StructField sparkField, DataField field) : ParquetColumn(sparkField, field)
    where T : struct
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IArrowArray column, CancellationToken cancellationToken) =>
        group.WriteAsync<T>(Field, FromArrow<T?>(column).AsMemory(), cancellationToken: cancellationToken);

    public override async Task<IArrowArray> ReadAsync(ParquetRowGroupReader group, int rows, CancellationToken cancellationToken)
    {
        if (Field.IsNullable)
        {
            var values = new T?[rows];
            await group.ReadAsync<T>(Field, values.AsMemory(), null, cancellationToken).ConfigureAwait(false);
            return ToArrow(values);
        }

        var present = new T[rows];
        await group.ReadAsync<T>(Field, present.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return ToArrow(present);
    }
}

internal sealed class StringParquetColumn(StructField sparkField, DataField field) : ParquetColumn(sparkField, field)
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IArrowArray column, CancellationToken cancellationToken) =>
        group.WriteAsync(Field, FromArrow<string>(column));

    public override async Task<IArrowArray> ReadAsync(ParquetRowGroupReader group, int rows, CancellationToken cancellationToken)
    {
        var values = new string?[rows];
        await group.ReadAsync(Field, values.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return ToArrow(values);
    }
}

internal sealed class BinaryParquetColumn(StructField sparkField, DataField field) : ParquetColumn(sparkField, field)
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IArrowArray column, CancellationToken cancellationToken) =>
        group.WriteAsync(Field, FromArrow<byte[]>(column));

    public override async Task<IArrowArray> ReadAsync(ParquetRowGroupReader group, int rows, CancellationToken cancellationToken)
    {
        var values = new byte[]?[rows];
        await group.ReadAsync(Field, values.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return ToArrow(values);
    }
}

using System.Data.Common;
using System.Globalization;

namespace GraphNews.Graph.Walk;

/// <summary>Reads a column as the answer shows it: a string, a number, a Boolean, or null.</summary>
internal static class ColumnReader
{
    /// <summary>Reads the provider's own values: enums are stored as the names that the schema has.</summary>
    /// <param name="type">What the column holds.</param>
    /// <param name="isOptional">Whether it may be null; where it may not, nobody asks: providers look at a value each time.</param>
    public static Func<DbDataReader, int, object?> For(Type type, bool isOptional = true)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || type == typeof(string))
        {
            return isOptional
                ? static (reader, ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal)
                : static (reader, ordinal) => reader.GetString(ordinal);
        }

        Func<DbDataReader, int, object> read = type switch
        {
            _ when type == typeof(long) => static (reader, ordinal) => reader.GetInt64(ordinal),
            _ when type == typeof(int) => static (reader, ordinal) => reader.GetInt32(ordinal),
            _ when type == typeof(double) => static (reader, ordinal) => reader.GetDouble(ordinal),
            _ when type == typeof(bool) => static (reader, ordinal) => reader.GetBoolean(ordinal),
            _ when type == typeof(DateOnly) => static (reader, ordinal) => IsoDay(reader.GetFieldValue<DateOnly>(ordinal)),
            _ when type == typeof(DateTime) => static (reader, ordinal) => IsoInstant(reader.GetFieldValue<DateTime>(ordinal)),
            _ => throw new NotSupportedException($"Columns of {type} have no form in an answer."),
        };
        if (!isOptional) return read;
        return (reader, ordinal) => reader.IsDBNull(ordinal) ? null : read(reader, ordinal);
    }

    public static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string IsoInstant(DateTime instant)
        => DateTime.SpecifyKind(instant, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

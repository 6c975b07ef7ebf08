using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphNews.Graph.Model;

/// <summary>Stores an enum by its name in <see cref="EnumNames"/>.</summary>
internal sealed class EnumNameConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => EnumNames.Of(value), name => EnumNames.Parse<TEnum>(name))
    where TEnum : struct, Enum;

/// <summary>Stores moments in UTC, to the microsecond, and reads them as such: PostgreSQL keeps nothing finer.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => ToStored(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime ToStored(DateTime value)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

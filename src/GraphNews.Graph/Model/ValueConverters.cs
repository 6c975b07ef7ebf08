using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphNews.Graph.Model;

/// <summary>Stores an enum by its name in <see cref="EnumNames"/>.</summary>
internal sealed class EnumNameConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => EnumNames.Of(value), name => EnumNames.Parse<TEnum>(name))
    where TEnum : struct, Enum;

/// <summary>Stores moments in UTC and reads them as such.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

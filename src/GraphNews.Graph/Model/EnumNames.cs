using System.Collections.Frozen;
using System.Text;

namespace GraphNews.Graph.Model;

/// <summary>
/// What an enum's members are called in the database and in GraphQL: upper case with underscores
/// (<c>HeadOfDelegation</c> is <c>HEAD_OF_DELEGATION</c>). One rule for both, so that a stored value needs no
/// translation on its way out.
/// </summary>
public static class EnumNames
{
    /// <summary>The longest name that fits its column.</summary>
    public const int MaxLength = 40;

    /// <summary>The stored name of a member.</summary>
    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Upper(value.ToString());
    }

    /// <summary>The stored name of a member.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => Table<TEnum>.Names[value];

    /// <summary>The stored names of an enum, in the order of its members.</summary>
    public static IReadOnlyList<string> All(Type enumType)
    {
        ArgumentNullException.ThrowIfNull(enumType);
        return [.. Enum.GetNames(enumType).Select(Upper)];
    }

    /// <summary>The member with a stored name; null if the enum has none of that name.</summary>
    public static Enum? Find(Type enumType, string name)
    {
        ArgumentNullException.ThrowIfNull(enumType);
        return Enum.GetValues(enumType).Cast<Enum>().FirstOrDefault(member => Of(member) == name);
    }

    /// <summary>The member with a stored name; null if the enum has none of that name.</summary>
    public static TEnum? Find<TEnum>(string name)
        where TEnum : struct, Enum
        => Table<TEnum>.Members.TryGetValue(name, out var member) ? member : null;

    /// <summary>The member with a stored name.</summary>
    /// <exception cref="FormatException">The enum has none of that name.</exception>
    public static TEnum Parse<TEnum>(string name)
        where TEnum : struct, Enum
        => Table<TEnum>.Members.TryGetValue(name, out var member)
            ? member
            : throw new FormatException($"{typeof(TEnum).Name} has no member {name}.");

    private static string Upper(string name)
    {
        var upper = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && upper.Length > 0) upper.Append('_');
            upper.Append(char.ToUpperInvariant(letter));
        }

        return upper.ToString();
    }

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().ToFrozenDictionary(member => member, member => Upper(member.ToString()));

        public static readonly FrozenDictionary<string, TEnum> Members =
            Names.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);
    }
}

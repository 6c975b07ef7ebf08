using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Bundles;

/// <summary>
/// The fields of a record or of an object in one. Each is read by its name and type; what was read by nobody is
/// unknown, and refused at the <see cref="End"/>, so that a misspelt field cannot get lost.
/// </summary>
internal sealed class RecordFields(BundleRecord record, JsonElement content, string path)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    // Only the input itself may leave out what the node has; what is new in it is whole.
    private bool IsPartial => record.Input is { IsPartial: true } rules && path == rules.Path;

    /// <summary>Where the object stands in its record, without the dot that follows; empty for the record itself.</summary>
    public string Path => path.TrimEnd('.');

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string field) => content.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text, trimmed, in Unicode NFC; null if it is absent or empty.</summary>
    public string? Text(string field) => Trimmed(field) is { } text ? NameFolding.WellFormed(text).Normalize(NormalizationForm.FormC) : null;

    /// <summary>A text that has to be there; empty if it is absent and the node has it already.</summary>
    public string RequiredText(string field) => Text(field) ?? (IsPartial && !Contains(field) ? "" : throw Wrong(field, "is missing."));

    /// <summary>The address of a page, to the letter: another spelling may be another page. Null if it is absent.</summary>
    public string? Url(string field)
        => Trimmed(field) is var text && (text is null || record.Input is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            ? text
            : throw Wrong(field, "has to be an absolute address that begins with http:// or https://.");

    /// <summary>A name, which is no markup; null if it is absent.</summary>
    public string? Name(string field) => Text(field) is { } name ? Unmarked(name, field) : null;

    /// <summary>A name that has to be there; empty if it is absent and the node has it already.</summary>
    public string RequiredName(string field) => Unmarked(RequiredText(field), field);

    /// <summary>A text exactly as it stands; null if it is absent.</summary>
    public string? Verbatim(string field)
        => Read(field) is not { } value
            ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(field, "has to be a string.");

    /// <summary>A number within bounds; null if it is absent.</summary>
    public double? Number(string field, double least = double.MinValue, double most = double.MaxValue)
        => Read(field) is not { } value
            ? null
            : value.ValueKind != JsonValueKind.Number ? throw Wrong(field, "has to be a number.")
                : value.GetDouble() is var number && number >= least && number <= most
                    ? number
                    : throw Wrong(field, string.Create(CultureInfo.InvariantCulture, $"has to be from {least} to {most}."));

    /// <summary>A whole number that is not negative; null if it is absent.</summary>
    public long? Count(string field)
        => Read(field) is not { } value
            ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
                ? number
                : throw Wrong(field, "has to be a whole number, 0 or more.");

    /// <summary>Yes or no; no if it is absent.</summary>
    public bool Flag(string field)
        => Read(field) is { } value
            && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(field, "has to be true or false."));

    /// <summary>Passes over a field that means nothing here.</summary>
    public void Skip(string field) => _read.Add(field);

    /// <summary>A partial date; unknown if it is absent.</summary>
    public PartialDate Date(string field)
        => Text(field) is not { } text
            ? PartialDate.Unknown
            : PartialDate.TryParse(text, out var date, out var error) ? date : throw Wrong(field, $"is wrong. {error}");

    /// <summary>A day; null if it is absent.</summary>
    public DateOnly? Day(string field)
        => Date(field) is { IsUnknown: false } date
            ? date.Precision == DatePrecision.Day ? date.Earliest : throw Wrong(field, "has to be a day, such as 2025-01-28.")
            : null;

    /// <summary>A point in time, UTC; null if it is absent.</summary>
    public DateTime? Instant(string field)
        => Text(field) is not { } text
            ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant.UtcDateTime
                : throw Wrong(field, "has to be a point in time, such as 2025-01-29T12:00:00Z.");

    /// <summary>A member of an enum, as GraphQL writes it; the enum's first member if it is absent.</summary>
    public TEnum Enum<TEnum>(string field)
        where TEnum : struct, Enum
        => Text(field) is not { } name
            ? default
            : EnumNames.Find<TEnum>(name) is { } member
                ? member
                : throw Wrong(field, $"has to be one of {string.Join(", ", EnumNames.All(typeof(TEnum)))}, and not {name}.");

    /// <summary>A language tag; null if it is absent.</summary>
    public string? Language(string field)
        => Text(field) is not { } tag ? null : IsLanguageTag(tag) ? tag : throw Wrong(field, $"is '{tag}', which is no language tag.");

    /// <summary>A text in each of several languages.</summary>
    public IReadOnlyList<(string Language, string Value)> Texts(string field)
    {
        if (Read(field) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(field, """has to be an object of texts by language, such as {"en": "…"}.""");
        }

        return [.. value.EnumerateObject().Select((text, i) => (LanguageOf(text, field, i), WordsOf(text, field, i)))];
    }

    /// <summary>The objects of a list; none if it is absent.</summary>
    public IReadOnlyList<RecordFields> Objects(string field)
        => [.. Items(field).Select((item, i) => item.ValueKind == JsonValueKind.Object
            ? new RecordFields(record, item, $"{path}{field}[{i}].")
            : throw Wrong($"{field}[{i}]", "has to be an object."))];

    /// <summary>A reference; null if it is absent.</summary>
    public BundleReference? Reference(string field)
        => Read(field) is { } value ? ToReference(value, field) : null;

    /// <summary>A reference that has to be there; null if it is absent and the node has it already.</summary>
    public BundleReference? RequiredReference(string field) => Reference(field) ?? (IsPartial && !Contains(field) ? null : throw Wrong(field, "is missing."));

    /// <summary>A reference that has to be there, in an object that is new as a whole.</summary>
    public BundleReference WholeReference(string field) => Reference(field) ?? throw Wrong(field, "is missing.");

    /// <summary>Whether the field is there, if only as null.</summary>
    public bool Contains(string field) => content.TryGetProperty(field, out _);

    /// <summary>Whether the record leaves out what a node has already.</summary>
    public bool MayLeaveOut => IsPartial;

    /// <summary>A list of references; none if it is absent.</summary>
    public IReadOnlyList<BundleReference> References(string field)
        => [.. Items(field).Select((item, i) => ToReference(item, $"{field}[{i}]"))];

    /// <summary>Refuses fields that nobody has read.</summary>
    public void End()
    {
        foreach (var field in content.EnumerateObject())
        {
            if (!_read.Contains(field.Name))
            {
                throw Wrong(field.Name, $"is unknown here. Known are {string.Join(", ", _read.Where(name => name != BundleHeader.Rejected).Order(StringComparer.Ordinal))}.");
            }
        }
    }

    /// <summary>The error that a field is wrong.</summary>
    public BundleException Wrong(string field, string what) => new(record.File, record.Line, $"The field {path}{field} {what}") { Field = path + field };

    private JsonElement? Read(string field)
    {
        _read.Add(field);
        return Has(field) ? content.GetProperty(field) : null;
    }

    private JsonElement.ArrayEnumerator Items(string field)
        => Read(field) is not { } value
            ? default
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Wrong(field, "has to be a list.");

    private BundleReference ToReference(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return new BundleReference.BySlug(value.GetString()!);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw WrongReference(field);
        }

        var parts = new RecordFields(record, value, $"{path}{field}.");
        BundleReference reference = value.EnumerateObject().Select(part => part.Name).Order(StringComparer.Ordinal).ToArray() switch
        {
            ["slug"] => new BundleReference.BySlug(parts.RequiredText("slug")),
            ["key"] => new BundleReference.ByKey(parts.RequiredText("key")),
            ["code"] => new BundleReference.ByCode(parts.RequiredText("code")),
            ["id"] => new BundleReference.ById(parts.Count("id") ?? throw WrongReference(field)),
            ["name"] when record.Input is not null => new BundleReference.ByName(parts.RequiredText("name")),
            ["url"] when record.Input is not null => new BundleReference.ByUrl(parts.Trimmed("url") ?? throw parts.Wrong("url", "is missing.")),
            ["scheme", "value"] => new BundleReference.ByIdentifier(parts.RequiredText("scheme"), parts.RequiredText("value")),
            _ => throw WrongReference(field),
        };
        return reference;
    }

    private string? Trimmed(string field) => Verbatim(field)?.Trim() is { Length: > 0 } text ? Plain(text, field) : null;

    private string LanguageOf(JsonProperty text, string field, int place)
        => IsLanguageTag(text.Name)
            ? text.Name
            : throw Wrong(record.Input is null ? field : $"{field}[{place}].language", $"has '{text.Name}', which is no language tag.");

    private string WordsOf(JsonProperty text, string field, int place)
    {
        var part = record.Input is null ? $"{field}.{text.Name}" : $"{field}[{place}].value";
        if (text.Value.ValueKind != JsonValueKind.String || text.Value.GetString()!.Trim() is not { Length: > 0 } words) throw Wrong(part, "has to be a text.");
        return field == EntityNames.Title ? Unmarked(Plain(words, part), part) : Plain(words, part);
    }

    private string Unmarked(string name, string field)
        => record.Input is not null && WrittenCharacters.Markup(name) is { } markup
            ? throw Wrong(field, $"has markup: '{markup}'. Write the name alone.")
            : name;

    // Bundles keep what their source wrote; who writes by hand can mend it at once.
    private string Plain(string text, string field)
        => record.Input is not null && WrittenCharacters.Hidden(text) is { } hidden
            ? throw Wrong(field, $"has the invisible character U+{(int)hidden:X4}, which lets it show as something else. Leave it out.")
            : text;

    private BundleException WrongReference(string field) => record.Input is not null ? Wrong(field, "has to have exactly one of its fields.") : Wrong(
        field,
        """has to be a reference: a slug, or an object with just one of slug, key, id or code, or with scheme and value.""");

    /// <summary>Whether a text has the form of a language tag, BCP 47.</summary>
    public static bool IsLanguageTag(string tag)
        => tag.Length <= ColumnLengths.Language
            && tag.Split('-') is [{ Length: >= 2 and <= 8 } primary, .. var rest]
            && primary.All(char.IsAsciiLetter)
            && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}

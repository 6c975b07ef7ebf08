using System.Text.RegularExpressions;
using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Mappings;

/// <summary>Reads how a value is made: a template alone, or an object that begins with one.</summary>
internal static class ValueReader
{
    /// <summary>A value; null if the key is absent.</summary>
    public static ValueMapping? Optional(MappingFields fields, string key) => fields.Has(key) ? Required(fields, key) : null;

    /// <summary>A value that has to be there.</summary>
    public static ValueMapping Required(MappingFields fields, string key)
    {
        if (!fields.Has(key))
        {
            throw fields.Wrong(key, "is missing.");
        }

        if (fields.IsText(key))
        {
            return new ValueMapping { Text = Template.Parse(fields.RequiredText(key), fields.PlaceOf(key)) };
        }

        var parts = fields.Object(key)!;
        var value = Read(parts);
        parts.End();
        return value;
    }

    /// <summary>The value that an object describes, which may have other keys beside.</summary>
    public static ValueMapping Read(MappingFields fields)
    {
        if (fields.Has("column") == fields.Has("text"))
        {
            throw fields.Wrong(fields.Has("text") ? "text" : "column", "and the key text: just one of them has to be there.");
        }

        return new ValueMapping
        {
            Text = fields.Text("column") is { } column
                ? Template.OfColumn(column, fields.PlaceOf("column"))
                : Template.Parse(fields.RequiredText("text"), fields.PlaceOf("text")),
            Replacements = [.. fields.Objects("replace").Select(ReadReplacement)],
            WhenEmpty = fields.Text("empty"),
            Values = ReadValues(fields),
            Otherwise = fields.Text("otherwise"),
            Dates = fields.Texts("date") is { } forms ? ReadDates(fields, forms) : null,
            DateUntil = fields.Text("to") is { } until ? Template.OfColumn(until, fields.PlaceOf("to")) : null,
            Within = fields.Text("within") is { } within ? ReadWithin(fields, within) : null,
            AlikeOrganisation = ReadAlike(fields),
            Prefix = fields.Text("prefix") is { } prefix ? Template.Parse(prefix, fields.PlaceOf("prefix")) : null,
            Required = fields.Flag("required") ?? false,
        };
    }

    private static (Regex Pattern, string With) ReadReplacement(MappingFields fields)
    {
        var replacement = (SourceReader.ReadPattern(fields, "pattern", fields.RequiredText("pattern")), fields.Text("with") ?? "");
        fields.End();
        return replacement;
    }

    private static Dictionary<string, string>? ReadValues(MappingFields fields)
    {
        var values = fields.Object("values");
        return values?.Keys.ToDictionary(text => text, text => values.RequiredText(text), StringComparer.Ordinal);
    }

    private static DateForms ReadDates(MappingFields fields, IReadOnlyList<string> forms)
        => forms.Count > 0 && forms.All(DateForms.IsForm)
            ? new DateForms(forms)
            : throw fields.Wrong("date", "has to name forms of dates, such as dd-MM-yyyy, MM-yyyy or edtf.");

    private static PartialDate ReadWithin(MappingFields fields, string text)
        => PartialDate.TryParse(text, out var date, out var error) ? date : throw fields.Wrong("within", $"is wrong. {error}");

    private static bool ReadAlike(MappingFields fields) => fields.Text("alike") switch
    {
        null => false,
        "organisation" => true,
        var other => throw fields.Wrong("alike", $"is '{other}'. Only organisation is known."),
    };
}

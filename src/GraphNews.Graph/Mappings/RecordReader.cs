using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Mappings;

/// <summary>Reads what a mapping makes of rows.</summary>
internal static class RecordReader
{
    /// <summary>Reads a record.</summary>
    public static RecordMapping Read(MappingFields fields)
    {
        var type = fields.RequiredText("type");
        if (!RecordTypes.All.ContainsKey(type))
        {
            throw fields.Wrong("type", $"has to be one of {string.Join(", ", RecordTypes.All.Keys.Order(StringComparer.Ordinal))}, and not {type}.");
        }

        var record = new RecordMapping(
            type,
            fields.PlaceOf("type"),
            ValueReader.Required(fields, "key"),
            fields.Flag("collect") ?? false,
            fields.Flag("cite") ?? true,
            SourceReader.ReadConditions(fields),
            ValueReader.Optional(fields, "slug"),
            fields.Object("identifiers") is { } schemes
                ? [.. schemes.Keys.Select(scheme => new IdentifierMapping(scheme, ValueReader.Required(schemes, scheme)))]
                : [],
            [.. fields.Objects("names").Select(ReadName)],
            fields.Object("fields") is { } all ? [.. all.Keys.Select(name => ReadField(all, name))] : [],
            fields.Object("officeHolder") is { } holder ? ReadOfficeHolder(holder) : null);
        if (record.OfficeHolder is not null && type != "Participation")
        {
            throw fields.Wrong("officeHolder", "belongs to a Participation.");
        }

        fields.End();
        return record;
    }

    private static NameMapping ReadName(MappingFields fields)
    {
        var name = new NameMapping(
            ValueReader.Required(fields, "value"),
            fields.Text("language"),
            ValueReader.Optional(fields, "kind"),
            ValueReader.Optional(fields, "validFrom"),
            ValueReader.Optional(fields, "validUntil"));
        fields.End();
        return name;
    }

    private static FieldMapping ReadField(MappingFields fields, string name)
    {
        if (fields.IsText(name))
        {
            return new FieldMapping(name, FieldForm.Text, ValueReader.Required(fields, name), null);
        }

        var parts = fields.Object(name)!;
        var form = parts switch
        {
            _ when parts.Has("key") => FieldForm.Key,
            _ when parts.Has("slug") => FieldForm.Slug,
            _ when parts.Has("code") => FieldForm.Code,
            _ when parts.Has("language") => FieldForm.LanguageText,
            _ when parts.Flag("number") == true => FieldForm.Number,
            _ => FieldForm.Text,
        };
        var value = form switch
        {
            FieldForm.Key => ValueReader.Required(parts, "key"),
            FieldForm.Slug => ValueReader.Required(parts, "slug"),
            FieldForm.Code => ValueReader.Required(parts, "code"),
            _ => ValueReader.Read(parts),
        };
        var language = form == FieldForm.LanguageText ? parts.RequiredText("language") : null;
        parts.End();
        return new FieldMapping(name, form, value, language);
    }

    private static OfficeHolderMapping ReadOfficeHolder(MappingFields fields)
    {
        var reports = fields.Object("reportsFor");
        var holder = new OfficeHolderMapping(
            ValueReader.Required(fields, "written"),
            ValueReader.Required(fields, "agency"),
            ValueReader.Required(fields, "date"),
            reports?.Keys.ToDictionary(agency => agency, agency => reports.Texts(agency)!, StringComparer.Ordinal) ?? []);
        if (holder.Date.Dates is null)
        {
            throw fields.Wrong("date", "needs the forms of its dates (date: …).");
        }

        fields.End();
        return holder;
    }
}

using System.Text.Json;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Exports.Popolo;

/// <summary>What Popolo's classes share: names, identifiers, sources.</summary>
internal sealed class PopoloParts(Utf8JsonWriter json, ExportPage page, ExportLosses losses)
{
    /// <summary>Begins a class that has other names.</summary>
    public void Begin(Entity entity)
    {
        json.WriteString("id", entity.Slug);
        json.WriteString("name", page.Label(entity));
        var others = page.Hanging<Name>(entity.Id).Where(name => name.Value != page.Label(entity)).ToList();
        if (others.Count > 0)
        {
            json.WriteStartArray("other_names");
            foreach (var name in others) Other(name);
            json.WriteEndArray();
        }

        losses.Add(LossNames.NameLanguages, others.Count(name => name.Language != "und"));
        Bare(page.Hanging<Name>(entity.Id).Except(others));
    }

    /// <summary>The names of a class that has room for one, which is written already.</summary>
    public void OneName(Entity entity)
    {
        losses.Add(LossNames.Names, Math.Max(0, page.Hanging<Name>(entity.Id).Count() - 1));
        Bare(page.Hanging<Name>(entity.Id).Where(name => name.Value == page.Label(entity)).Take(1));
    }

    /// <summary>The further names of a class that has labels, which are words alone.</summary>
    public void OtherLabels(Entity entity)
    {
        var others = page.Hanging<Name>(entity.Id).Select(name => name.Value).Where(value => value != page.Label(entity)).Distinct(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            json.WriteStartArray("other_label");
            foreach (var other in others) json.WriteStringValue(other);
            json.WriteEndArray();
        }

        Bare(page.Hanging<Name>(entity.Id));
    }

    /// <summary>The keys that an entity has elsewhere.</summary>
    public void Identifiers(Entity entity)
    {
        var identifiers = page.Hanging<Identifier>(entity.Id).ToList();
        if (identifiers.Count == 0) return;

        json.WriteStartArray("identifiers");
        foreach (var identifier in identifiers)
        {
            json.WriteStartObject();
            json.WriteString("scheme", identifier.Scheme);
            json.WriteString("identifier", identifier.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The keys of a class that has no room for them.</summary>
    public void NoIdentifiers(Entity entity) => losses.Add(LossNames.Identifiers, page.Hanging<Identifier>(entity.Id).Count());

    /// <summary>What an entity, its names and facts that are written into it are cited from.</summary>
    public void Cite(Entity entity, IEnumerable<Fact>? facts = null)
    {
        List<Fact> all = [.. page.Hanging<Name>(entity.Id), .. facts ?? []];
        losses.Add(LossNames.Stated, all.Count(fact => fact.StatedBy is not null));
        Sources([entity, .. all]);
    }

    /// <summary>The text of a field in the best language.</summary>
    public void Text(string property, long id, string field)
    {
        if (page.Text(id, field) is not { } text) return;
        json.WriteString(property, text);
        losses.Add(LossNames.Texts, page.Texts(id, field).Count() - 1);
    }

    /// <summary>The articles that something is cited from, by their addresses.</summary>
    public void Sources(IReadOnlyList<NodeRow> cited)
    {
        var citations = cited.SelectMany(row => page.Hanging<Citation>(row.Id)).ToList();
        var sources = citations.Select(citation => page.Article(citation.ArticleId)).OfType<CitedArticle>().Distinct().ToList();
        losses.Add(LossNames.Places, citations.Count);
        losses.Add(LossNames.Claims, citations.Count(citation => citation.Value is not null));
        losses.Add(LossNames.NoAddress, sources.Count(source => source.Url is null));
        if (sources.TrueForAll(source => source.Url is null)) return;

        json.WriteStartArray("sources");
        foreach (var source in sources.Where(source => source.Url is not null))
        {
            json.WriteStartObject();
            json.WriteString("url", source.Url);
            json.WriteString("note", source.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Names of which the words alone are written.</summary>
    private void Bare(IEnumerable<Name> names)
    {
        foreach (var name in names)
        {
            losses.AddIf(name.Language != "und", LossNames.NameLanguages);
            losses.AddIf(!name.ValidFrom.IsUnknown || !name.ValidUntil.IsUnknown, LossNames.NameDays);
        }
    }

    private void Other(Name name)
    {
        json.WriteStartObject();
        json.WriteString("name", name.Value);
        if (name.Kind != NameKind.Name) json.WriteString("note", EnumNames.Of(name.Kind));
        if (PlainDate.Of(name.ValidFrom, losses) is { } from) json.WriteString("start_date", from);
        if (PlainDate.Of(name.ValidUntil, losses) is { } until) json.WriteString("end_date", until);
        json.WriteEndObject();
    }
}

using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Names;

/// <summary>What the entities that an edit tracks are called: by their names, or by their titles where they have none.</summary>
internal sealed class EntityNames(EditedRows rows)
{
    /// <summary>The text that holds a title.</summary>
    public const string Title = "title";

    private readonly ILookup<long, Name> _names = rows.Of<Name>().Where(n => n.HiddenSince is null).ToLookup(n => n.SubjectId);
    private readonly ILookup<long, Text> _titles =
        rows.Of<Text>().Where(t => t.HiddenSince is null && t.Field == Title).ToLookup(t => t.SubjectId);

    /// <summary>All names of an entity; titles count as names.</summary>
    public IReadOnlyList<Name> Of(Entity entity)
    {
        if (_names.Contains(entity.Id)) return [.. _names[entity.Id]];
        return entity is SourceArticle article
            ? [new Name { Value = article.Title, Language = article.Language ?? "und" }]
            : [.. _titles[entity.Id].Select(t => new Name { Id = t.Id, Value = t.Value, Language = t.Language })];
    }

    /// <summary>
    /// The name that stands for an entity where nobody asks for a language: English, else in Latin letters, else any; a
    /// former name only if there is no other.
    /// </summary>
    public Name? BestOf(Entity entity)
        => Of(entity)
            .OrderBy(n => n.Kind == NameKind.Former)
            .ThenBy(n => n.Language is "en" || n.Language.StartsWith("en-", StringComparison.Ordinal) ? 0 : Scripts.Of(n.Value) == Scripts.Latin ? 1 : 2)
            .ThenBy(n => n.Kind)
            .ThenBy(n => n.Id)
            .FirstOrDefault();
}

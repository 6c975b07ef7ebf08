using GraphNews.Graph.Binding;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Nodes;

/// <summary>Fields that every entity has.</summary>
[Extends("Entity")]
internal static class EntityFields
{
    /// <summary>The best name.</summary>
    public static LocalizedText Name => LocalizedText.Name;

    /// <summary>All names.</summary>
    public static Edge Names => Edge.To<Name>(name => name.SubjectId);

    /// <summary>Its keys in other schemes.</summary>
    public static Edge Identifiers => Edge.To<Identifier>(identifier => identifier.SubjectId);
}

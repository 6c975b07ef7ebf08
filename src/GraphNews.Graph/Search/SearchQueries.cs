using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Search;

/// <summary>Finding entities by what they are called and by what is written about them.</summary>
[Extends("Query")]
internal static class SearchQueries
{
    /// <summary>Entities, the best first.</summary>
    public static TextSearch Search => TextSearch.OfEntities;
}

using GraphNews.Graph.Mappings;

namespace GraphNews.Graph.Imports;

/// <summary>A source that makes records of something else, and tells what it has not taken over.</summary>
public interface INoticingSource : IRecordSource
{
    /// <summary>What was made of what was read, and how often something was noticed: a line each.</summary>
    IEnumerable<string> Summary { get; }

    /// <summary>Is told what was imported, but not all of it, as it is found; null if nobody wants to know.</summary>
    Action<MappingNotice>? Noticed { get; set; }
}

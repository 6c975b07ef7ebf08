using System.Text.Json.Nodes;

namespace GraphNews.Graph.Mappings;

/// <summary>A record that cannot be imported as its rows give it.</summary>
internal sealed class RejectedRecordException : Exception
{
    private RejectedRecordException(IReadOnlyList<MappingProblem> problems, JsonObject content)
        : base(problems[0].ToString()) => (Problems, Content) = (problems, content);

    /// <summary>What is wrong; at least one problem.</summary>
    public IReadOnlyList<MappingProblem> Problems { get; }

    /// <summary>The record with the values that cannot be as the rows have them.</summary>
    public JsonObject Content { get; }

    /// <summary>Ends making a record if something is wrong with it.</summary>
    public static void ThrowIfAny(IReadOnlyList<MappingProblem> problems, JsonObject content)
    {
        if (problems.Count > 0)
        {
            throw new RejectedRecordException(problems, content);
        }
    }
}

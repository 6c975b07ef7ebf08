using GraphNews.Graph.Changes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Citations;

/// <summary>
/// A citation without a value supports what its field shows. Before the field shows something else, the citation is given
/// the value that it supports: no source is made to say what it does not.
/// </summary>
internal static class AcceptedValues
{
    /// <summary>Writes down what citations support.</summary>
    /// <param name="edit">The write.</param>
    /// <param name="subject">The node whose fields are about to change.</param>
    /// <param name="accepted">The fields with what they show; null where they show nothing.</param>
    /// <param name="cancel">Cancels the write.</param>
    public static async Task PinAsync(GraphEdit edit, long subject, IReadOnlyCollection<(string Field, string? Value)> accepted, CancellationToken cancel)
    {
        if (accepted.Count == 0) return;
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        string[] fields = [.. accepted.Select(one => one.Field)];
        var citations = await edit.Context.Citations
            .Where(citation => citation.SubjectId == subject && citation.HiddenSince == null && citation.Value == null && fields.Contains(citation.Field))
            .ToListAsync(cancel).ConfigureAwait(false);
        foreach (var citation in citations) citation.Value = accepted.First(one => one.Field == citation.Field).Value;
    }
}

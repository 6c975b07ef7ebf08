using System.Globalization;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Meetings;

/// <summary>Records a meeting with its participants and agreements, adding those that the graph does not know yet.</summary>
[Extends("Mutation")]
internal static class MeetingMutations
{
    /// <summary>Writes all of it in one version.</summary>
    public static Mutation RecordMeeting { get; } = new(async (mutation, cancel) =>
    {
        var recording = new Recording(mutation);
        return new MutationResult("meeting", new NodeKey(NodeKind.Meeting, await recording.RunAsync(cancel).ConfigureAwait(false)));
    });

    private sealed class Recording(MutationEdit mutation)
    {
        private static readonly Dictionary<string, NodeKind> Newcomers = new(StringComparer.Ordinal)
        {
            ["place"] = NodeKind.Place,
            ["host"] = NodeKind.Agency,
            ["topics"] = NodeKind.Topic,
            ["occasions"] = NodeKind.Occasion,
            ["official"] = NodeKind.Official,
            ["agency"] = NodeKind.Agency,
            ["onBehalfOf"] = NodeKind.Agency,
            ["post"] = NodeKind.Post,
            ["signatory"] = NodeKind.Official,
        };

        private readonly InputReferences _references = new(mutation.Edit);

        public async Task<long> RunAsync(CancellationToken cancel)
        {
            var input = mutation.Input;
            var meeting = await AddAsync(NodeKind.Meeting, Without(input, "participants", "agreements"), "", cancel).ConfigureAwait(false);
            var about = new Dictionary<string, object?> { ["id"] = NodeId.Encode(nameof(NodeKind.Meeting), meeting) };
            await EachAsync(input, "participants", "", (participant, path) => AddAsync(NodeKind.Participation, With(participant, "meeting", about), path, cancel)).ConfigureAwait(false);
            await EachAsync(input, "agreements", "", async (agreement, path) =>
            {
                var id = await AddAsync(NodeKind.Agreement, With(Without(agreement, "parties"), "meeting", about), path, cancel).ConfigureAwait(false);
                var bound = new Dictionary<string, object?> { ["id"] = NodeId.Encode(nameof(NodeKind.Agreement), id) };
                await EachAsync(agreement, "parties", path, (party, place) => AddAsync(NodeKind.AgreementParty, With(party, "agreement", bound), place, cancel)).ConfigureAwait(false);
            }).ConfigureAwait(false);
            return meeting;
        }

        private static async Task EachAsync(IReadOnlyDictionary<string, object?> input, string field, string path, Func<IReadOnlyDictionary<string, object?>, string, Task> write)
        {
            if (input.GetValueOrDefault(field) is not IReadOnlyList<object?> items) return;
            for (var i = 0; i < items.Count; i++)
                await write((IReadOnlyDictionary<string, object?>)items[i]!, string.Create(CultureInfo.InvariantCulture, $"{path}{field}[{i}].")).ConfigureAwait(false);
        }

        private async Task<long> AddAsync(NodeKind kind, IReadOnlyDictionary<string, object?> input, string path, CancellationToken cancel)
        {
            var known = (IReadOnlyDictionary<string, object?>)(await WithNewcomersAsync(input, path, cancel).ConfigureAwait(false))!;
            var draft = DraftReader.Read(InputRecord.Of(kind, Cited(known, path), new InputRules(path, mutation.Actor)));
            return await new DraftWriting(mutation.Edit, _references, mutation.Actor).AddAsync(draft, cancel).ConfigureAwait(false);
        }

        // What supports the meeting as a whole supports those of its parts that name no sources.
        private IReadOnlyDictionary<string, object?> Cited(IReadOnlyDictionary<string, object?> input, string path)
            => path.Length > 0 && !input.ContainsKey("citations") && mutation.Input.GetValueOrDefault("citations") is IReadOnlyList<object?> all
                ? With(input, "citations", all.Where(citation => ((IReadOnlyDictionary<string, object?>)citation!).GetValueOrDefault("field") is null).ToList())
                : input;

        /// <summary>The input with a reference in the place of each node that it describes as new, which is added.</summary>
        private async Task<object?> WithNewcomersAsync(IReadOnlyDictionary<string, object?> input, string path, CancellationToken cancel)
        {
            var known = new Dictionary<string, object?>();
            foreach (var (field, value) in input) known[field] = await ReplaceAsync(field, value, path + field, cancel).ConfigureAwait(false);
            return known;
        }

        private async Task<object?> ReplaceAsync(string field, object? value, string path, CancellationToken cancel)
        {
            switch (value)
            {
                case IReadOnlyList<object?> items when field is not ("names" or "citations" or "title" or "summary" or "description" or "identifiers"):
                    var replaced = new List<object?>();
                    for (var i = 0; i < items.Count; i++)
                        replaced.Add(await ReplaceAsync(field, items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), cancel).ConfigureAwait(false));
                    return replaced;
                case IReadOnlyDictionary<string, object?> parts when parts.GetValueOrDefault("new") is IReadOnlyDictionary<string, object?> added && Newcomers.TryGetValue(field, out var kind):
                    if (parts.Values.Count(part => part is not null) > 1)
                        throw InputException.Value(Errors.ErrorCodes.InvalidInput, "Either something new is described, or something known is referred to.", InputPath.Of(path));
                    var id = await AddAsync(kind, added, $"{path}.new.", cancel).ConfigureAwait(false);
                    return new Dictionary<string, object?> { ["id"] = NodeId.Encode(kind.ToString(), id) };
                case IReadOnlyDictionary<string, object?> parts when field == "capacity":
                    return await WithNewcomersAsync(parts, $"{path}.", cancel).ConfigureAwait(false);
                default:
                    return value;
            }
        }

        private static Dictionary<string, object?> With(IReadOnlyDictionary<string, object?> input, string field, object? value)
            => new(input, StringComparer.Ordinal) { [field] = value };

        private static Dictionary<string, object?> Without(IReadOnlyDictionary<string, object?> input, params string[] fields)
            => new(input.Where(field => !fields.Contains(field.Key)), StringComparer.Ordinal);
    }
}

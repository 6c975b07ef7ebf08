using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Telemetry;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Mutations;

/// <summary>
/// Carries out mutations: each in one transaction, whose payload is read by the same transaction, so that it shows the
/// version that was made and no later one.
/// </summary>
/// <param name="writer">Writes.</param>
/// <param name="read">Reads by a snapshot.</param>
/// <param name="open">Opens a snapshot of the graph as it stands.</param>
/// <param name="options">How lists are read.</param>
internal sealed class MutationRun(GraphWriter writer, Func<GraphSnapshot, GraphReader> read, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options)
{
    /// <summary>Writes, and gives the payload with the version at which it was read, and the statements of both.</summary>
    public async Task<(Row Payload, long Version, StatementTally Tally)> RunAsync(Selection root, Caller caller, CancellationToken cancel)
    {
        var input = (IReadOnlyDictionary<string, object?>)root.Arguments[MutationEdit.Root]!;
        Row? payload = null;
        StatementTally? tally = null;
        try
        {
            var reason = InputChecks.ReadReason(input);
            MutationPayload? done = null;
            var version = await writer.WriteAsync(
                new ChangeOrigin(caller.Actor, reason),
                async (edit, token) => done = await WriteAsync((MutationField)root.Field, new MutationEdit(edit, input, caller.Actor), token).ConfigureAwait(false),
                async (edit, token) =>
                {
                    payload = await ShowAsync(edit, root, done!, token).ConfigureAwait(false);
                    tally = edit.Context.Tally;
                },
                cancel).ConfigureAwait(false);
            return (payload!, version, tally!);
        }
        catch (Exception error) when (MutationErrors.Of(error) is { } told)
        {
            var reader = await open(cancel).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var version = await GraphVersion.ReadAsync(reader, cancel).ConfigureAwait(false);
                payload = await new GraphWalk(reader, options).ShowAsync(root, new MutationPayload(null, null, null, told), cancel).ConfigureAwait(false);
                return (payload, version, reader.Tally);
            }
        }
    }

    private async Task<MutationPayload> WriteAsync(MutationField field, MutationEdit mutation, CancellationToken cancel)
    {
        var edit = mutation.Edit;
        var known = await IdempotentWrites.FindAsync(mutation, field.Name, cancel).ConfigureAwait(false);
        if (known is not null) return known;

        var result = await field.Mutation.WriteAsync(mutation, cancel).ConfigureAwait(false);
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        var payload = new MutationPayload(result.Field, result.Node, edit.HasChanges ? edit.Version : edit.Version - 1, null);
        if (edit.HasChanges) await IdempotentWrites.KeepAsync(mutation, field.Name, payload, writer.Time, cancel).ConfigureAwait(false);
        return payload;
    }

    private async Task<Row> ShowAsync(GraphEdit edit, Selection root, MutationPayload payload, CancellationToken cancel)
    {
        var reader = read(GraphSnapshot.OfWrite(edit.Context));
        await using (reader.ConfigureAwait(false))
        {
            return await new GraphWalk(reader, options).ShowAsync(root, payload, cancel).ConfigureAwait(false);
        }
    }
}

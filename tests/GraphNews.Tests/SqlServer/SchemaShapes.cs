using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Walk;
using GraphNews.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// Asks everything that the schema lets a client ask: every lookup, list and edge, for one parent and for several, from
/// both ends and from cursors, by each filter operator and each order.
/// </summary>
internal sealed class SchemaShapes : IDisposable
{
    private static readonly WalkOptions Options = new();
    private static readonly IReadOnlyDictionary<string, object?> NoArguments = new Dictionary<string, object?>();
    private readonly HashSet<string> _asked = [];
    private readonly SchemaBinding _binding;
    private readonly SampledInputs _inputs;
    private readonly StatementCache _cache = new();
    private readonly IGraphStorage _storage;
    private readonly List<string> _mistakes = [];

    public SchemaShapes(SchemaBinding binding, StatementLog log)
    {
        _binding = binding;
        _inputs = new SampledInputs(binding);
        var connection = new RecordingConnection(MigratedSchema.Current, log, new SampleRows(1));
        _storage = new SqlServerGraphStorage("Server=nowhere;Database=nothing", options => options.UseSqlServer(connection));
    }

    /// <summary>What could not be asked, and why.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    public async Task AskAsync()
    {
        await using var reader = new GraphReader(_binding, _cache, new OperationLanguages(["ar", "en"], []), await _storage.BeginReadAsync(default));
        await GraphVersion.ReadAsync(reader, default);
        foreach (var field in _binding.Query.Fields) await RootAsync(reader, field);
        foreach (var type in _binding.Objects.Values)
        {
            if (type.Kind is not null) await RowsByKey.OfIdsAsync(reader, type, [1, 2], new SampledSelection(SampleDepth.Deeper), default);
            if (type.Kind is not null)
            {
                foreach (var method in type.Fields.OfType<MethodField>()) await AnswersAsync(reader, method);
            }

            foreach (var edge in type.Fields.OfType<EdgeField>())
            {
                await EdgeAsync(reader, ListSource.Of(edge, type, [1], NoArguments), edge);
                await EdgeAsync(reader, ListSource.Of(edge, type, [1, 2], NoArguments), edge);
            }
        }
    }

    public void Dispose()
    {
        _cache.Dispose();
        (_storage as IDisposable)?.Dispose();
    }

    private async Task RootAsync(GraphReader reader, FieldBinding field)
    {
        var arguments = field.Definition.Arguments?.Select(argument => argument.Name.StringValue) ?? [];
        switch (field)
        {
            case LookupField lookup:
                foreach (var argument in arguments)
                    await ResolveAsync(reader, field, new() { [argument] = argument == "id" ? SampledInputs.Id(lookup.Target) : "MA" });
                break;
            case NodeLookupField nodes:
                IReadOnlyList<object?> ids = [.. _binding.ObjectsByKind.Values.Select(SampledInputs.Id)];
                await ResolveAsync(reader, field, new() { [nodes.Lookup.Argument] = nodes.Lookup == NodeLookup.OfSlug ? "morocco" : nodes.Lookup == NodeLookup.One ? ids[0] : ids });
                break;
            case ListingField listing:
                await ListAsync(reader, ListSource.Root(listing), listing.Connection, listing.Listing.DefaultOrder, field);
                break;
            case SearchField:
                // It reads what it finds as nodes are read by their ids.
                break;
            default:
                foreach (var given in _inputs.Arguments(field)) await ResolveAsync(reader, field, given);
                break;
        }
    }

    private async Task AnswersAsync(GraphReader reader, MethodField field)
    {
        foreach (var given in _inputs.Arguments(field))
        {
            var selection = new Selection(field.Name, field, given, field.Target is null ? null : new SampledSelection(SampleDepth.Deeper));
            await PlainValues.OfParentsAsync(reader, field, [1, 2], selection, Options, default);
        }
    }

    private static Task<object?> ResolveAsync(GraphReader reader, FieldBinding field, Dictionary<string, object?> arguments)
        => new GraphWalk(reader, Options).ResolveAsync(new Selection(field.Name, field, arguments, new SampledSelection(SampleDepth.Deeper)), default);

    private async Task EdgeAsync(GraphReader reader, ListSource source, EdgeField edge)
    {
        if (edge.Connection is { } connection)
        {
            await ListAsync(reader, source, connection, edge.Edge.DefaultOrder, edge);
            return;
        }

        var request = ListRequest.Plain(ListOrder.Default(edge.Edge.DefaultOrder), Options);
        await ListReader.ReadAsync(reader, source, request, null, [new SampledSelection(SampleDepth.Deeper)], default);
    }

    private async Task ListAsync(
        GraphReader reader, ListSource source, ObjectBinding connection, IReadOnlyList<System.Linq.Expressions.LambdaExpression> declared, FieldBinding field)
    {
        async Task AskAsync(Dictionary<string, object?> arguments, bool everything = false)
        {
            try
            {
                await ReadAsync(reader, source, connection, declared, arguments, everything);
            }
            catch (Exception mistake) when (mistake is not OperationCanceledException)
            {
                _mistakes.Add($"{source.Name}, {source.Parents.Count} parents: {JsonSerializer.Serialize(arguments)}: {mistake.Message}");
            }
        }

        // What is selected of a type, its conditions and its orders are the same whatever edge leads to it.
        var first = _asked.Add($"{source.Target.Name} {source.Parents.Count}");
        await AskAsync([], everything: first);
        await AskAsync(new() { ["last"] = 2, ["before"] = "", ["after"] = "" });
        if (!first || source.Parents.Count == 1) return;

        foreach (var where in _inputs.Filters(Argument(field, "where"), source.Target)) await AskAsync(new() { ["where"] = where });
        foreach (var order in _inputs.Orders(Argument(field, "order"), source.Target))
            await AskAsync(new() { ["order"] = new List<object?> { order }, ["after"] = "" });
    }

    private static GraphQLParser.AST.GraphQLType Argument(FieldBinding field, string name)
        => field.Definition.Arguments!.Single(argument => argument.Name.StringValue == name).Type;

    private static async Task ReadAsync(
        GraphReader reader, ListSource source, ObjectBinding connection, IReadOnlyList<System.Linq.Expressions.LambdaExpression> declared,
        Dictionary<string, object?> arguments, bool everything)
    {
        var order = ListOrder.Default(declared);
        var where = await FilterNode.OfAsync(reader, source.Target, arguments, default);
        var unplaced = ListRequest.Connection(source.Name, source.Target, order, where, arguments, Options);
        var keys = unplaced.Order.SelectMany(term => term.KeyTypes).Append(typeof(long)).Select(Key).ToList();
        foreach (var side in new[] { "after", "before" }.Where(arguments.ContainsKey)) arguments[side] = Cursor.Encode(unplaced.Mark, keys);

        var request = ListRequest.Connection(source.Name, source.Target, order, where, arguments, Options);
        var parts = new ConnectionSelection(connection, new SampledSelection(everything ? SampleDepth.Deeper : SampleDepth.Ids));
        await ListReader.ReadAsync(reader, source, request, parts, parts.Views, default);
    }

    private static object? Key(Type type)
    {
        if (type == typeof(string)) return "مدريد";
        if (type == typeof(DateOnly)) return "2025-01-28";
        if (type == typeof(DateTime)) return "2025-01-28T12:00:00Z";
        return type == typeof(bool) ? true : Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
    }
}

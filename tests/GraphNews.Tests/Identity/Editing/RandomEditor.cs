using System.Text.Json;
using GraphNews.Tests.Mutations;

namespace GraphNews.Tests.Identity.Editing;

/// <summary>
/// An editor who writes, judges, undoes, retracts and restores at random, right and wrong things alike, and foretells by the model
/// what each mutation is answered with.
/// </summary>
internal sealed class RandomEditor(MutationAnswers graph, int seed)
{
    private static readonly string[] JudgedKinds = ["Official", "Agency", "Meeting", "Participation"];
    private static readonly string[] Roles = ["HOST", "GUEST", "MEMBER"];
    private readonly Random _random = new(seed);
    private readonly List<string> _done = [];

    public ModelGraph Model { get; } = new();

    /// <summary>All ids that there ever were.</summary>
    public IReadOnlyList<string> Ids => [.. Model.Nodes.Keys, .. Model.Judgements.Select(judgement => judgement.Id)];

    /// <summary>What was done so far, with what came of it.</summary>
    public string Script => string.Join('\n', _done);

    /// <summary>Adds some of everything, as a start.</summary>
    public async Task BeginAsync()
    {
        for (var i = 0; i < 4; i++) await AddEntityAsync("Official", "birthDate", $"19{60 + i}");
        for (var i = 0; i < 3; i++) await AddEntityAsync("Agency", "founded", $"19{30 + i}");
        for (var i = 0; i < 3; i++) await AddEntityAsync("Meeting", "kind", "BILATERAL");
        for (var i = 0; i < 6; i++) await AddParticipationAsync();
        await AddSuccessionAsync();
    }

    /// <summary>Does something.</summary>
    public Task StepAsync() => _random.Next(100) switch
    {
        < 6 => AddParticipationAsync(),
        < 12 => AddNameAsync(),
        < 14 => AddSuccessionAsync(),
        < 16 => AddEntityAsync("Official", "birthDate", $"19{_random.Next(60, 70)}"),
        < 26 => UpdateAsync(),
        < 50 => JudgeAsync(),
        < 66 => UndoAsync(Model.Judgements.Count == 0 ? null : Any(Model.Judgements)),
        < 82 => RetractAsync(Any(Model.Nodes.Keys)),
        _ => RestoreAsync(Any(Model.Nodes.Values.Where(node => node.IsRetracted || _random.Next(8) == 0).Select(node => node.Id).DefaultIfEmpty(Model.Nodes.Keys.First()))),
    };

    /// <summary>Takes back all that was done after the start: judgements, retractions, values, and what was added.</summary>
    /// <param name="first">The nodes that were there, with their values.</param>
    public async Task TakeBackAsync(IReadOnlyDictionary<string, ModelNode> first)
    {
        // Who is retracted may hold a judgement fast, and who is judged the same answers for another.
        foreach (var node in Model.Nodes.Values.Where(node => node.IsRetracted && node.Kind != "AgencySuccession").ToList()) await RestoreAsync(node.Id);
        foreach (var judgement in Model.Standing.OrderBy(_ => _random.Next()).ToList()) await UndoAsync(judgement);
        foreach (var node in Model.Nodes.Values.Where(node => node.IsRetracted).ToList()) await RestoreAsync(node.Id);
        foreach (var node in Model.Nodes.Values.ToList())
        {
            if (!first.TryGetValue(node.Id, out var before)) await RetractAsync(node.Id);
            else if (!Same(node.Values, before.Values) || !Same(node.Ends, before.Ends)) await UpdateAsync(node, before.Values, before.Ends);
        }

        static bool Same(Dictionary<string, string> one, Dictionary<string, string> other) => one.OrderBy(value => value.Key).SequenceEqual(other.OrderBy(value => value.Key));
    }

    private async Task AddEntityAsync(string kind, string field, string value)
    {
        var input = new Dictionary<string, object?> { ["names"] = new[] { new { value = $"{kind} {Model.Nodes.Count}" } }, [field] = value };
        if (kind == "Meeting")
        {
            input.Remove("names");
            input["title"] = new[] { new { language = "en", value = $"Meeting {Model.Nodes.Count}" } };
        }

        var answer = await RunAsync($"add{kind}", input, $"{char.ToLowerInvariant(kind[0])}{kind[1..]} {{ id names {{ id value }} }}", expected: null);
        var entity = answer.GetProperty(char.ToLowerInvariant(kind[0]) + kind[1..]);
        var id = Add(kind, entity.GetProperty("id").GetString()!, new() { [field] = value }, []);
        foreach (var name in entity.GetProperty("names").EnumerateArray())
            Add("Name", name.GetProperty("id").GetString()!, new() { ["value"] = name.GetProperty("value").GetString()! }, new() { ["subject"] = id });
    }

    private async Task AddParticipationAsync()
    {
        var ends = new Dictionary<string, string> { ["meeting"] = AnyOf("Meeting"), ["official"] = AnyOf("Official") };
        if (_random.Next(2) == 0) ends["agency"] = AnyOf("Agency");
        await AddFactAsync("Participation", new() { ["role"] = Any(Roles) }, ends, isSelf: false);
    }

    private Task AddNameAsync() => AddFactAsync("Name", new() { ["value"] = $"Name {Model.Nodes.Count}" }, new() { ["subject"] = AnyOf(Any(["Official", "Agency", "Meeting"])) }, isSelf: false);

    private Task AddSuccessionAsync()
    {
        var (predecessor, successor) = (AnyOf("Agency"), AnyOf("Agency"));
        return AddFactAsync("AgencySuccession", [], new() { ["predecessor"] = predecessor, ["successor"] = successor }, Model.AreSame(predecessor, successor));
    }

    private async Task AddFactAsync(string kind, Dictionary<string, string> values, Dictionary<string, string> ends, bool isSelf)
    {
        var input = values.ToDictionary(value => value.Key, object? (value) => value.Value);
        foreach (var (field, end) in ends) input[field] = new { id = end };
        var field1 = char.ToLowerInvariant(kind[0]) + kind[1..];
        var expected = ends.Values.Any(Model.IsRetracted) ? "RETRACTED" : isSelf ? "BAD_REFERENCE" : null;
        var answer = await RunAsync($"add{kind}", input, $"{field1} {{ id }}", expected);
        if (expected is null) Add(kind, answer.GetProperty(field1).GetProperty("id").GetString()!, values, ends);
    }

    private Task UpdateAsync()
    {
        var node = Any(Model.Nodes.Values.Where(node => node.Kind is not "AgencySuccession"));
        var (values, ends) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        switch (node.Kind)
        {
            case "Official":
                values["birthDate"] = $"19{_random.Next(60, 70)}";
                break;
            case "Agency":
                values["founded"] = $"19{_random.Next(30, 40)}";
                break;
            case "Meeting":
                values["kind"] = Any(["BILATERAL", "VISIT"]);
                break;
            case "Name":
                values["value"] = $"Name {_random.Next(1000)}";
                break;
            default:
                values["role"] = Any(Roles);
                ends["official"] = AnyOf("Official");
                break;
        }

        return UpdateAsync(node, values, ends);
    }

    private async Task UpdateAsync(ModelNode named, Dictionary<string, string> values, Dictionary<string, string> ends)
    {
        var input = values.ToDictionary(value => value.Key, object? (value) => value.Value);
        input["id"] = named.Id;
        foreach (var (field, end) in ends.Where(end => end.Key is "official")) input[field] = new { id = end };
        var node = Model.Nodes[Model.Canonical(named.Id)];
        var expected = node.IsRetracted || ends.Values.Any(Model.IsRetracted) ? "RETRACTED" : null;
        await RunAsync($"update{node.Kind}", input, "version", expected);
        if (expected is not null) return;
        foreach (var (field, value) in values) node.Values[field] = value;

        // Who says what is shown already, says nothing new.
        foreach (var (field, end) in ends.Where(end => !Model.AreSame(end.Value, node.Ends[end.Key])).ToList()) node.Ends[field] = end;
    }

    private async Task JudgeAsync()
    {
        var left = Any(Model.Nodes.Values.Where(node => JudgedKinds.Contains(node.Kind)));
        var right = Any(Model.Nodes.Values.Where(node => JudgedKinds.Contains(node.Kind) && (node.Kind == left.Kind || _random.Next(20) == 0)));
        var verdict = _random.Next(10) switch { < 6 => "SAME", < 9 => "DIFFERENT", _ => "UNSURE" };
        var known = Model.Standing.FirstOrDefault(one => one.Verdict == verdict && one.IsOf(left.Id, right.Id));
        var expected = Model.IsRetracted(left.Id) || Model.IsRetracted(right.Id) ? "RETRACTED"
            : left == right ? "INVALID_INPUT"
            : left.Kind != right.Kind ? "KINDS_DIFFER"
            : known is null && Model.Contradicts(left.Id, right.Id, verdict) ? "CONTRADICTS_JUDGEMENT"
            : Model.WouldConflict(new ModelJudgement("", left.Id, right.Id, verdict)) ? "MERGE_CONFLICT" : null;
        var answer = await RunAsync("judgeSame", new() { ["left"] = left.Id, ["right"] = right.Id, ["verdict"] = verdict }, "judgement { id }", expected);
        if (expected is not null) return;
        var id = answer.GetProperty("judgement").GetProperty("id").GetString()!;
        if (known is null) Model.Judge(new ModelJudgement(id, left.Id, right.Id, verdict));
        else Assert.Equal(known.Id, id);
    }

    private async Task UndoAsync(ModelJudgement? judgement)
    {
        if (judgement is null) return;
        var expected = judgement.IsUndone || (judgement.Verdict == "SAME" && Model.JoinsRetracted(judgement)) ? "RETRACTED" : null;
        await RunAsync("undoJudgement", new() { ["id"] = judgement.Id }, "tombstone { id }", expected);
        if (expected is null) Model.Undo(judgement);
    }

    private async Task RetractAsync(string id)
    {
        var node = Model.Nodes[Model.Canonical(id)];
        await RunAsync($"retract{node.Kind}", new() { ["id"] = id }, "tombstone { id }", node.IsRetracted ? "RETRACTED" : null);
        node.IsRetracted = true;
    }

    private async Task RestoreAsync(string id)
    {
        var node = Model.Nodes[Model.Canonical(id)];
        if (!node.IsRetracted)
        {
            await RunAsync($"restore{node.Kind}", new() { ["id"] = id }, "version", "NOT_RETRACTED");
            return;
        }

        node.IsRetracted = false;
        var conflicts = Model.HasSelfSuccession;
        await RunAsync($"restore{node.Kind}", new() { ["id"] = id }, "version", conflicts ? "MERGE_CONFLICT" : null);
        node.IsRetracted = conflicts;
    }

    private string Add(string kind, string id, Dictionary<string, string> values, Dictionary<string, string> ends)
    {
        var node = new ModelNode(id, kind);
        foreach (var (field, value) in values) node.Values.Add(field, value);
        foreach (var (field, end) in ends) node.Ends.Add(field, end);
        Model.Nodes.Add(id, node);
        return id;
    }

    private async Task<JsonElement> RunAsync(string mutation, Dictionary<string, object?> input, string selected, string? expected)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        _done.Add($"{mutation} {JsonSerializer.Serialize(input)}: {expected ?? "done"}");
        var data = await graph.Answers.DataAsync(
            $"mutation Write($input: {type}Input!) {{ written: {mutation}(input: $input) {{ {selected} errors {{ ... on Error {{ code message }} }} }} }}", new { input });
        var written = data.GetProperty("written");
        var errors = written.GetProperty("errors");
        var code = errors.ValueKind == JsonValueKind.Null ? null : errors[0].GetProperty("code").GetString();
        Assert.True(code == expected, $"{mutation} was answered with {code ?? "done"}, and {expected ?? "done"} was foretold: {written}");
        return written;
    }

    private string AnyOf(string kind) => Any(Model.Nodes.Values.Where(node => node.Kind == kind)).Id;

    private T Any<T>(IEnumerable<T> some)
    {
        var list = some.ToList();
        return list[_random.Next(list.Count)];
    }
}

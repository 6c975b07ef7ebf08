namespace GraphNews.Tests.Identity.Editing;

/// <summary>A node of the model: what was said of it, whatever has become of what it points at.</summary>
internal sealed class ModelNode(string id, string kind)
{
    public string Id { get; } = id;

    public string Kind { get; } = kind;

    public bool IsRetracted { get; set; }

    /// <summary>Its values by field.</summary>
    public Dictionary<string, string> Values { get; } = [];

    /// <summary>What it was said to point at, by field; it shows only while all of these do.</summary>
    public Dictionary<string, string> Ends { get; } = [];
}

/// <summary>A judgement of the model.</summary>
internal sealed class ModelJudgement(string id, string left, string right, string verdict)
{
    public string Id { get; } = id;

    public string Left { get; } = left;

    public string Right { get; } = right;

    public string Verdict { get; } = verdict;

    public bool IsUndone { get; set; }

    public bool IsOf(string one, string other) => (Left == one && Right == other) || (Left == other && Right == one);
}

/// <summary>
/// The graph in plain collections: nodes, judgements, and rules that say what follows from them. Nothing is moved when nodes are
/// judged the same; who stands for whom is worked out of all judgements that stand, anew after each.
/// </summary>
internal sealed class ModelGraph
{
    private readonly List<ModelJudgement> _judgements = [];
    private Dictionary<string, string>? _labels;

    /// <summary>All nodes that were ever added, by id.</summary>
    public Dictionary<string, ModelNode> Nodes { get; } = [];

    /// <summary>All judgements that were ever made, in their order.</summary>
    public IReadOnlyList<ModelJudgement> Judgements => _judgements;

    public IEnumerable<ModelJudgement> Standing => _judgements.Where(judgement => !judgement.IsUndone);

    public void Judge(ModelJudgement judgement)
    {
        _judgements.Add(judgement);
        _labels = null;
    }

    public void Undo(ModelJudgement judgement)
    {
        judgement.IsUndone = true;
        _labels = null;
    }

    /// <summary>Whether one agency would show to have followed itself if something else were judged.</summary>
    public bool WouldConflict(ModelJudgement judgement)
    {
        Judge(judgement);
        var conflicts = HasSelfSuccession;
        _judgements.Remove(judgement);
        _labels = null;
        return conflicts;
    }

    /// <summary>What stands for a node.</summary>
    public string Canonical(string id) => (_labels ??= Labels(Same(Standing))).GetValueOrDefault(id, id);

    public bool AreSame(string one, string other) => Canonical(one) == Canonical(other);

    /// <summary>Whether what stands for a node is retracted.</summary>
    public bool IsRetracted(string id) => Nodes[Canonical(id)].IsRetracted;

    /// <summary>Whether answers have a node.</summary>
    public bool Shows(string id)
        => Canonical(id) == id && !Nodes[id].IsRetracted && Nodes[id].Ends.Values.All(end => Shows(Canonical(end)));

    /// <summary>The nodes that show and point at another by a field.</summary>
    public IEnumerable<string> Pointing(string kind, string field, string at)
        => Nodes.Values.Where(node => node.Kind == kind && node.Ends.TryGetValue(field, out var end) && Canonical(end) == at && Shows(node.Id)).Select(node => node.Id);

    /// <summary>Whether something shows that says of one agency that it followed itself.</summary>
    public bool HasSelfSuccession
        => Nodes.Values.Any(node => node.Kind == "AgencySuccession" && AreSame(node.Ends["predecessor"], node.Ends["successor"]) && Shows(node.Id));

    /// <summary>Whether a judgement that stands speaks against another.</summary>
    public bool Contradicts(string left, string right, string verdict)
    {
        if (AreSame(left, right)) return verdict != "SAME";
        var areDifferent = Standing.Any(one => one.Verdict == "DIFFERENT"
            && ((AreSame(one.Left, left) && AreSame(one.Right, right)) || (AreSame(one.Left, right) && AreSame(one.Right, left))));
        return areDifferent && verdict != "DIFFERENT";
    }

    /// <summary>Whether without a judgement nodes would have to be joined again of which one is retracted.</summary>
    public bool JoinsRetracted(ModelJudgement undone)
    {
        var before = Steps(Same(Standing));
        var after = Steps(Same(Standing.Where(one => one != undone)));
        var joined = after.Intersect(before).ToDictionary(step => step.Loser, step => step.Winner);
        foreach (var (loser, winner) in after.Except(before))
        {
            var root = winner;
            while (joined.TryGetValue(root, out var above)) root = above;
            if (Nodes[loser].IsRetracted || Nodes[root].IsRetracted) return true;
            joined.Add(loser, winner);
        }

        return false;
    }

    private static IEnumerable<(string Left, string Right)> Same(IEnumerable<ModelJudgement> judgements)
        => judgements.Where(one => one.Verdict == "SAME").Select(one => (one.Left, one.Right));

    private static Dictionary<string, string> Labels(IEnumerable<(string Left, string Right)> same)
    {
        var labels = new Dictionary<string, string>();
        foreach (var (left, right) in same)
        {
            var (winner, loser) = (labels.GetValueOrDefault(left, left), labels.GetValueOrDefault(right, right));
            foreach (var id in labels.Where(label => label.Value == loser).Select(label => label.Key).ToList()) labels[id] = winner;
            (labels[loser], labels[winner]) = (winner, winner);
        }

        return labels;
    }

    private static List<(string Loser, string Winner)> Steps(IEnumerable<(string Left, string Right)> same)
    {
        var steps = new List<(string, string)>();
        var made = new List<(string, string)>();
        foreach (var (left, right) in same)
        {
            var labels = Labels(made);
            var (winner, loser) = (labels.GetValueOrDefault(left, left), labels.GetValueOrDefault(right, right));
            if (winner != loser) steps.Add((loser, winner));
            made.Add((left, right));
        }

        return steps;
    }
}

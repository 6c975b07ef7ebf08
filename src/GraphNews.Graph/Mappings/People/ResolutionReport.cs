using System.Globalization;

namespace GraphNews.Graph.Mappings.People;

/// <summary>How many written people were told, and by which rule.</summary>
internal sealed class ResolutionReport
{
    private readonly Dictionary<string, (long Rows, HashSet<string> Texts)> _outcomes = new(StringComparer.Ordinal);

    /// <summary>What stands for texts of which nobody was told.</summary>
    public const string Nobody = "NOBODY";

    /// <summary>What stands for texts that may mean several.</summary>
    public const string Several = "SEVERAL";

    /// <summary>The outcomes: the rule and the scope, how many rows, how many different texts.</summary>
    public IEnumerable<(string Outcome, long Rows, int Texts)> Outcomes
        => _outcomes.OrderByDescending(outcome => outcome.Value.Rows).ThenBy(outcome => outcome.Key, StringComparer.Ordinal)
            .Select(outcome => (outcome.Key, outcome.Value.Rows, outcome.Value.Texts.Count));

    /// <summary>How many rows name a person.</summary>
    public long Rows => _outcomes.Values.Sum(outcome => outcome.Rows);

    /// <summary>In how many rows the person was told.</summary>
    public long ResolvedRows => _outcomes.Where(outcome => outcome.Key is not (Nobody or Several)).Sum(outcome => outcome.Value.Rows);

    /// <summary>All of it for a person to read, a line each; none if nobody was looked up.</summary>
    public IEnumerable<string> Summary
        => Rows == 0
            ? []
            : Outcomes.Select(outcome => Text($"{outcome.Rows,9:N0} rows, {outcome.Texts:N0} texts: {outcome.Outcome}"))
                .Prepend(Text($"Of {Rows:N0} rows that name a person, {ResolvedRows:N0} ({(double)ResolvedRows / Rows:P2}) were resolved:"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Counts a text.</summary>
    public void Count(string text, ResolvedPerson person, int rows)
    {
        var outcome = person switch
        {
            { Rule: { } rule, Scope: { } scope } => string.Create(CultureInfo.InvariantCulture, $"{rule}, {scope}"),
            { Candidates.Count: > 0 } => Several,
            _ => Nobody,
        };
        var (counted, texts) = _outcomes.GetValueOrDefault(outcome, (0, new HashSet<string>(StringComparer.Ordinal)));
        texts.Add(text);
        _outcomes[outcome] = (counted + rows, texts);
    }
}

using System.Globalization;
using GraphNews.Graph.Mappings.People;

namespace GraphNews.Graph.Mappings;

/// <summary>What a mapping made of its files, and what it noticed. Rejects are the import's.</summary>
internal sealed class MappingReport
{
    /// <summary>How many notices are kept with their places; all are counted.</summary>
    public const int NoticesKept = 10_000;

    // How many different sentences the summary shows for each code.
    private const int Shown = 12;

    private readonly Dictionary<(string Code, string Reason), (long Count, MappingProblem First)> _reasons = [];
    private readonly Dictionary<string, long> _noticesByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _recordsByType = new(StringComparer.Ordinal);
    private readonly List<MappingProblem> _notices = [];

    /// <summary>What was read.</summary>
    public string Unit { get; init; } = "rows";

    /// <summary>How many rows were read.</summary>
    public long Rows { get; set; }

    /// <summary>How many records were made, by type.</summary>
    public IReadOnlyDictionary<string, long> Records => _recordsByType;

    /// <summary>How often something was noticed, by code.</summary>
    public IReadOnlyDictionary<string, long> NoticesByCode => _noticesByCode;

    /// <summary>The first of what was noticed: what was imported, but not all of it.</summary>
    public IReadOnlyList<MappingProblem> Notices => _notices;

    /// <summary>Is told each notice as it comes; null if nobody wants to know.</summary>
    public Action<MappingNotice>? Noticed { get; set; }

    /// <summary>Who was told from texts.</summary>
    public ResolutionReport People { get; } = new();

    /// <summary>All of it for a person to read, a line each.</summary>
    public IEnumerable<string> Summary
        => _recordsByType.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => Text($"{type.Value,9:N0} {type.Key}"))
            .Prepend(Text($"{Rows:N0} {Unit} became"))
            .Concat(People.Summary)
            .Concat(_noticesByCode.OrderBy(code => code.Key, StringComparer.Ordinal).SelectMany(code => Sentences(code.Key, code.Value)));

    private IEnumerable<string> Sentences(string code, long count)
    {
        var reasons = _reasons.Where(reason => reason.Key.Code == code).Select(reason => reason.Value)
            .OrderByDescending(reason => reason.Count).ToList();
        yield return Text($"{count:N0} times noticed: {code}");
        foreach (var (times, first) in reasons.Take(Shown))
        {
            yield return Text($"{times,9:N0} first in {first}");
        }

        if (reasons.Count > Shown)
        {
            yield return Text($"          and {reasons.Count - Shown:N0} other sentences");
        }
    }

    /// <summary>Counts a record.</summary>
    public void Count(string type) => _recordsByType[type] = _recordsByType.GetValueOrDefault(type) + 1;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes in a notice.</summary>
    public void Notice(MappingProblem problem)
    {
        Noticed?.Invoke(new MappingNotice(problem.File, problem.Line, problem.Column, problem.Code, problem.Reason));
        _noticesByCode[problem.Code] = _noticesByCode.GetValueOrDefault(problem.Code) + 1;
        if (_notices.Count < NoticesKept)
        {
            _notices.Add(problem);
        }

        var reason = (problem.Code, problem.Reason);
        if (_reasons.TryGetValue(reason, out var known))
        {
            _reasons[reason] = known with { Count = known.Count + 1 };
        }
        else if (_reasons.Count < NoticesKept)
        {
            _reasons.Add(reason, (1, problem));
        }
    }
}

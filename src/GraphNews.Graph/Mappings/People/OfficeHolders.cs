using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Mappings.People;

/// <summary>Who was told from a text, or why nobody was.</summary>
/// <param name="Official">The official's key; null if nobody was told.</param>
/// <param name="Office">The tenure in which they are named, where it is certain; null otherwise.</param>
/// <param name="Rule">By which rule; null if nobody was told.</param>
/// <param name="Scope">Among whom; null if nobody was told.</param>
/// <param name="Candidates">The keys of all who may be meant, where they are several; empty otherwise.</param>
internal sealed record ResolvedPerson(string? Official, Office? Office, NameRule? Rule, NameScope? Scope, IReadOnlyList<string> Candidates);

/// <summary>
/// Tells the official that a source writes as it writes people, among those who held a post at the agency at the time.
/// Where two may be meant, nobody is told.
/// </summary>
internal sealed class OfficeHolders(Offices offices)
{
    private static readonly ResolvedPerson _nobody = new(null, null, null, null, []);

    /// <summary>The official that a text means.</summary>
    /// <param name="text">The text: name, titles, honours and post.</param>
    /// <param name="agencies">The agencies whose officials may be meant.</param>
    /// <param name="days">The days of which one is meant.</param>
    /// <param name="isDateKnown">Whether the source dates it so; otherwise the days are those that the file covers.</param>
    public ResolvedPerson Find(string text, IReadOnlyCollection<string> agencies, PartialDate days, bool isDateKnown)
    {
        var written = WrittenPerson.Read(text);
        var here = agencies.SelectMany(offices.At).Where(office => office.Touches(days)).ToList();
        var scope = isDateKnown ? NameScope.AgencyThen : NameScope.AgencyDateUnknown;
        return Among(written, here, scope) ?? (isDateKnown ? HolderOf(written, here, days) : null) ?? _nobody;
    }

    // Rule by rule, so that a surer match of one outdoes a weaker one of another.
    private ResolvedPerson? Among(WrittenPerson written, IReadOnlyList<Office> candidates, NameScope scope)
    {
        var matches = candidates
            .GroupBy(office => office.Official)
            .Select(official => (Offices: official.ToList(), Rule: NameMatch.Find(written, official.Key, offices.PostWords)))
            .Where(match => match.Rule is not null)
            .GroupBy(match => match.Rule!.Value)
            .MinBy(rule => rule.Key);
        if (matches is null)
        {
            return null;
        }

        var meant = matches.Select(match => match.Offices).ToList();
        if (meant.Count > 1)
        {
            var byTitle = meant.Where(held => held.Any(office => Title(written, office) > 0)).ToList();
            if (byTitle.Count != 1)
            {
                return _nobody with { Candidates = [.. meant.Select(held => held[0].Official.Key).Order(StringComparer.Ordinal)] };
            }

            meant = byTitle;
        }

        return new ResolvedPerson(meant[0][0].Official.Key, InOffice(written, meant[0]), matches.Key, scope, []);
    }

    // "Secretary of State for Defence" and no name beside it: whoever held just that post all the time.
    private static ResolvedPerson? HolderOf(WrittenPerson written, IReadOnlyList<Office> here, PartialDate days)
    {
        if (written.PlainParts.Count != 1)
        {
            return null;
        }

        var held = here.Where(office => office.Titles.Any(title => title.SequenceEqual(written.PlainParts[0], StringComparer.Ordinal))).ToList();
        return held is [var office] && office.Covers(days)
            ? new ResolvedPerson(office.Official.Key, office, NameRule.PostOnly, NameScope.AgencyThen, [])
            : null;
    }

    private static Office? InOffice(WrittenPerson written, List<Office> held)
    {
        if (held.Count == 1)
        {
            return held[0];
        }

        var best = held.Select(office => (Office: office, Title: Title(written, office))).Where(match => match.Title > 0)
            .GroupBy(match => match.Title).MaxBy(title => title.Key)?.ToList();
        return best is [var only] ? only.Office : null;
    }

    // How many words of the text are the title of the office, all of it; 0 if not all are there.
    private static int Title(WrittenPerson written, Office office)
    {
        var words = written.PlainParts.SelectMany(part => part).ToHashSet(StringComparer.Ordinal);
        return office.Titles.Where(title => title.All(words.Contains)).Select(title => title.Length).DefaultIfEmpty().Max();
    }
}

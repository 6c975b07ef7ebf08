namespace GraphNews.Graph.Exports;

/// <summary>
/// What formats leave out, beside whole kinds of nodes. <c>docs/formats.md</c> says of each format which of these it has no place for.
/// </summary>
internal static class LossNames
{
    /// <summary>Parts of a meeting's participants beyond who they are: role, capacity, for whom, as written.</summary>
    public const string Parts = "roles, capacities and titles of participants";

    /// <summary>Participants of whom a source gives neither person nor agency.</summary>
    public const string Unnamed = "participants who are neither official nor agency";

    /// <summary>Agencies that took part.</summary>
    public const string AgenciesTakingPart = "agencies that took part";

    /// <summary>The words, offsets and places of what is cited.</summary>
    public const string Places = "quotes and places of citations";

    /// <summary>What sources say otherwise.</summary>
    public const string Claims = "values that a source gives otherwise";

    /// <summary>Sources that have no address.</summary>
    public const string NoAddress = "sources without an address";

    /// <summary>Who states a fact that has no source.</summary>
    public const string Stated = "who states a fact without a source";

    /// <summary>In which language somebody is called so.</summary>
    public const string NameLanguages = "languages of names";

    /// <summary>From when to when somebody was called so.</summary>
    public const string NameDays = "dates of names";

    /// <summary>Names beyond the one that there is room for.</summary>
    public const string Names = "further names";

    /// <summary>In which language a text is.</summary>
    public const string TextLanguages = "languages of texts";

    /// <summary>Texts in other languages than the one that there is room for.</summary>
    public const string Texts = "texts in further languages";

    /// <summary>Dates of which only a range is known.</summary>
    public const string Ranges = "dates that are ranges";

    /// <summary>Ranks of posts.</summary>
    public const string Ranks = "ranks of posts";

    /// <summary>Keys of other schemes.</summary>
    public const string Identifiers = "identifiers";

    /// <summary>What a meeting, place or agency is part of.</summary>
    public const string Parents = "what something is part of";

    /// <summary>Countries of people and places.</summary>
    public const string Countries = "countries";

    /// <summary>Whether a tenure goes on or has ended.</summary>
    public const string Statuses = "statuses of tenures";

    /// <summary>Days on which somebody is shown in a post.</summary>
    public const string Attested = "days on which a tenure is attested";

    /// <summary>Texts of articles that readers do not get.</summary>
    public const string ArticleTexts = "texts of articles that are not published";

    /// <summary>What a meeting is about, and on which occasion.</summary>
    public const string Subjects = "topics and occasions of meetings";

    /// <summary>Meetings that became weights.</summary>
    public const string Meetings = "meetings, which are counted in weights";

    /// <summary>Births, deaths, foundings.</summary>
    public const string Lives = "dates of officials and agencies";
}

namespace GraphNews.Graph.Mappings.People;

/// <summary>By which rule a written person was told, the surest first.</summary>
internal enum NameRule
{
    /// <summary>The name stands there as an official's name, but for titles and honours.</summary>
    FullName,

    /// <summary>A peer without the place in the title: "Lord Wallace" for Lord Wallace of Saltaire; or with one that is not recorded.</summary>
    PeerWithoutPlace,

    /// <summary>The given name in its short or long form, or a peer's given name added: "Robert" for Bob, "Lord Tariq Ahmad".</summary>
    GivenName,

    /// <summary>One or two letters differ.</summary>
    Spelling,

    /// <summary>Only the post is named, and one person held it the whole time.</summary>
    PostOnly,
}

/// <summary>Among whom a written person was told.</summary>
internal enum NameScope
{
    /// <summary>Those who held a post at the agency then.</summary>
    AgencyThen,

    /// <summary>Those who held a post at the agency while the file was kept; the date is unknown.</summary>
    AgencyDateUnknown,
}

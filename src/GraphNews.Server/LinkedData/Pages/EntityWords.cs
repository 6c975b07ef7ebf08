namespace GraphNews.Server.LinkedData.Pages;

/// <summary>What pages call kinds of entities, and what may be asked of each.</summary>
internal static class EntityWords
{
    /// <summary>The kind, for readers.</summary>
    public static string Kind(string kind) => kind == "SourceArticle" ? "Source" : kind;

    /// <summary>A question about an entity, to begin with.</summary>
    public static string Question(string kind, string slug)
    {
        var (field, below) = kind switch
        {
            "Official" => ("official", "counterparts(first: 10) {\n      nodes { meetingCount counterpart { ... on Official { slug name } ... on Agency { slug name } } }\n    }"),
            "Agency" => ("agency", Meetings),
            "Post" => ("post", "tenures { official { slug name } from { text } until { text } status }"),
            "Meeting" => ("meeting", "participations(first: 20) {\n      nodes { role official { slug name } agency { slug name } citations(first: 1) { nodes { quote } } }\n    }"),
            "Agreement" => ("agreement", "parties { agency { slug name } country { code } }"),
            "Topic" => ("topic", Meetings),
            "Occasion" => ("occasion", Meetings),
            "Place" => ("place", Meetings),
            "Country" => ("country", "agencies(first: 10) {\n      nodes { slug name kind }\n    }"),
            "SourceArticle" => ("article", "facts(first: 20) {\n      nodes { subject { __typename id } citations { quote start end } }\n    }"),
            _ => ("publisher", "articles(first: 10) {\n      nodes { slug title url }\n    }"),
        };
        return $"{{\n  {field}(slug: \"{slug}\") {{\n    name\n    {below}\n  }}\n}}";
    }

    private const string Meetings = "meetings(first: 10, order: [{ starts: DESC }]) {\n      totalCount\n      nodes { slug title starts { text } }\n    }";
}

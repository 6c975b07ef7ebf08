namespace GraphNews.Graph.Identity;

/// <summary>What somebody judged of two nodes.</summary>
public enum Verdict
{
    /// <summary>They are the same: one stands for both.</summary>
    Same,

    /// <summary>They are different: nobody proposes them again, and they cannot become the same by other judgements.</summary>
    Different,

    /// <summary>Somebody looked and could not tell.</summary>
    Unsure,
}

namespace GraphNews.Server.Telemetry;

/// <summary>Where an answer came from, as telemetry tells it.</summary>
internal enum AnswerSource
{
    /// <summary>It is of a kind that is never kept: a mutation, a refusal.</summary>
    Bypass,

    /// <summary>It was executed.</summary>
    Miss,

    /// <summary>Somebody else asked the same at the same time.</summary>
    Shared,

    /// <summary>It was kept.</summary>
    Hit,
}

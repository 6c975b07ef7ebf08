using System.Globalization;
using System.IO.Hashing;
using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;
using GraphNews.Server.Telemetry;

namespace GraphNews.Server.Caching;

/// <summary>An answer to a query as bytes, which several clients may be given.</summary>
internal sealed class KeptAnswer
{
    public KeptAnswer(GraphResponse response)
    {
        using var buffer = new PooledBuffer();
        ResponseEnvelope.Write(buffer, response, cost: null);
        Body = buffer.Written.ToArray();
        Executed = response.Executed;
        Facts = AnswerFacts.Of(response, AnswerSource.Miss);
        Tag = Executed && Facts.Error is null && (Facts.SearchVersion ?? Facts.Version) == Facts.Version ? TagOf(Body, Facts.Version) : null;
    }

    /// <summary>The JSON object, in UTF-8.</summary>
    public byte[] Body { get; }

    /// <summary>Whether execution began, so that the answer has a <c>data</c> entry.</summary>
    public bool Executed { get; }

    /// <summary>What is told of the execution that it comes from.</summary>
    public AnswerFacts Facts { get; }

    /// <summary>
    /// What names these bytes, for <c>ETag</c>: the graph's version and a hash of the answer. Null if the same question may
    /// get another answer at the same version: it has errors, or the search index stood at an older version.
    /// </summary>
    public string? Tag { get; }

    /// <summary>Whether it is what the graph answers at a version.</summary>
    public bool Shows(long version) => Facts.Version is not { } shown || shown == version;

    /// <summary>The tag of bytes that show a version. Weak, since compressed forms have the same. Of answers that read no version, about the schema alone, the hash is enough.</summary>
    public static string TagOf(ReadOnlySpan<byte> body, long? version)
    {
        var hash = XxHash3.HashToUInt64(body);
        return string.Create(CultureInfo.InvariantCulture, $"W/\"{version?.ToString(CultureInfo.InvariantCulture) ?? "schema"}-{hash:x16}\"");
    }
}

using System.Globalization;
using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;
using GraphNews.Server.Transports;

namespace GraphNews.Server.LinkedData;

/// <summary>Asks for an entity as any reader may: with a saved operation, within all limits, from one version of the graph.</summary>
internal sealed class EntityQuestion(OperationPipeline pipeline)
{
    /// <summary>The operation of <c>schema/operations</c>.</summary>
    public const string DocumentId = "DescribeEntity";

    /// <summary>The answer. The caller disposes it.</summary>
    /// <exception cref="RequestRefusedException">The caller has asked for too much lately, or the server is busy.</exception>
    public Task<OperationAnswer> AskAsync(string slug, Caller caller, HttpContext context)
    {
        var parameters = new OperationParameters { DocumentId = DocumentId, Variables = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["slug"] = slug }) };
        return pipeline.AnswerAsync(
            pipeline.Prepare(parameters, caller), caller,
            AcceptLanguage.Parse(context.Request.Headers.AcceptLanguage), MinVersion.Read(context.Request.Headers), context.RequestAborted);
    }

    /// <summary>The entity of an answer.</summary>
    /// <exception cref="RequestRefusedException">There is none of that slug, it was retracted, or the answer has errors.</exception>
    public static AnswerValue Read(OperationAnswer answer, JsonDocument json, string slug)
    {
        var root = new AnswerValue(json.RootElement);
        if (answer.Facts.Error is { } code) throw new RequestRefusedException(StatusOf(answer, code), code, root["errors"].Items.First()["message"].Text!);

        var entity = root["data"]["entity"];
        if (!entity.Exists) throw new RequestRefusedException(StatusCodes.Status404NotFound, ErrorCodes.UnknownEntity, $"No entity has, or had, the slug \"{Shown(slug)}\". Search finds entities by their names.");
        return entity["__typename"].Text == "Tombstone" ? throw Retracted(entity) : entity;
    }

    /// <summary>What sources say of an entity, each passage once, for however many of its fields it is cited.</summary>
    public static IReadOnlyList<AnswerValue> Sources(AnswerValue entity)
        => [.. entity["citations"].Items.DistinctBy(citation => (citation["article"]["slug"].Text, citation["quote"].Text, citation["locator"].Text))];

    private static RequestRefusedException Retracted(AnswerValue tombstone)
    {
        var when = DateTimeOffset.Parse(tombstone["retractedAt"].Text!, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var why = tombstone["reason"].Text is { } reason ? $": {reason}" : ".";
        return new RequestRefusedException(StatusCodes.Status410Gone, ErrorCodes.Retracted, $"The entity was retracted with version {tombstone["retractedVersion"].Text}, on {when}{why}");
    }

    private static int StatusOf(OperationAnswer answer, string code)
        => answer.IsForLater ? StatusCodes.Status503ServiceUnavailable
            : code == ErrorCodes.Internal ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest;

    private static string Shown(string slug) => slug.Length > 80 ? slug[..80] + "…" : slug;
}

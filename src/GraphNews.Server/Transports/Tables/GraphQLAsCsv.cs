using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Caching;
using GraphNews.Server.Operations;
using GraphNews.Server.SavedOperations;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports.Tables;

/// <summary>
/// Answers a saved operation that selects one connection as a table, for spreadsheets and notebooks. The operation is saved,
/// so that its columns are as fixed as its name, and its address is short.
/// </summary>
internal sealed class GraphQLAsCsv(OperationPipeline pipeline, SchemaBinding binding, CacheHeaders caching)
{
    /// <summary>The address parameter that asks for CSV where no header can be sent; <c>csv=sheet</c> asks for it as spreadsheets want it.</summary>
    public const string Parameter = "csv";

    /// <summary>How many rows the list has over all pages, where the operation selects it.</summary>
    public const string TotalCountHeader = "GraphNews-Total-Count";

    /// <summary>What <c>after</c> is on the next page, where the operation selects it and there is one.</summary>
    public const string NextCursorHeader = "GraphNews-Next-Cursor";

    /// <summary>An answer nests as deep as its document, with a list or connection at each level.</summary>
    private static readonly JsonDocumentOptions AsDeepAsAnswers = new() { MaxDepth = 1_000 };

    /// <exception cref="RequestRefusedException">The answer is no table.</exception>
    public async Task AnswerAsync(HttpContext context, PreparedOperation operation, Caller caller)
    {
        var sheet = IsForSheets(context.Request);
        CheckIsSaved(operation);
        var table = TableOf(operation);
        using var answer = await pipeline.AnswerAsync(
            operation, caller, AcceptLanguage.Parse(context.Request.Headers.AcceptLanguage), MinVersion.Read(context.Request.Headers), context.RequestAborted);
        using var json = JsonDocument.Parse(answer.Body, AsDeepAsAnswers);
        if (table is null || answer.Facts.Error is not null || !json.RootElement.TryGetProperty("data", out var data))
        {
            if (answer.IsForLater) context.Response.Headers.RetryAfter = "1";
            await WholeBody.WriteAsync(context, StatusOf(answer), ResponseFormat.GraphQL.ContentType, answer.Body);
            return;
        }

        var connection = Find(data, table);
        Describe(context, operation, table, connection);
        var csv = new CsvTable(table, sheet).Write(connection.GetProperty(table.Rows));
        if (!HttpMethods.IsPost(context.Request.Method) && answer.Kept?.Tag is not null && caching.Describe(context, KeptAnswer.TagOf(csv, answer.Facts.Version), caller))
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await WholeBody.WriteAsync(context, StatusCodes.Status200OK, ResponseFormat.Csv.ContentType, csv);
    }

    private static bool IsForSheets(HttpRequest request) => request.Query[Parameter] switch
    {
        [] or [""] => false,
        ["sheet"] => true,
        _ => throw RequestBody.Malformed($"The parameter \"{Parameter}\" of the address has no value, or the value \"sheet\" for spreadsheets."),
    };

    private static void CheckIsSaved(PreparedOperation operation)
    {
        if (operation.Parameters.DocumentId is null && PersistedQuery.Read(operation.Parameters.Extensions) is null)
            throw NotATable("CSV is an answer to saved operations alone, whose columns are as fixed as their names. Have the document saved, and name it by \"documentId\".");
    }

    /// <summary>Null where the engine has to say what is wrong with the document.</summary>
    private TableSelection? TableOf(PreparedOperation operation)
    {
        if (operation.Document.Syntax is not { } document || operation.Definition is not { } definition) return null;

        try
        {
            return TableSelection.Of(binding, document, definition, operation.Parameters.Variables);
        }
        catch (GraphException refusal)
        {
            throw NotATable($"{refusal.Message} Ask for JSON, or for an operation that selects exactly one connection.");
        }
    }

    private static JsonElement Find(JsonElement data, TableSelection table)
    {
        var (value, way) = (data, new List<string>());
        foreach (var name in table.Path)
        {
            way.Add(name);
            value = value.GetProperty(name);
            if (value.ValueKind == JsonValueKind.Null)
                throw new RequestRefusedException(StatusCodes.Status404NotFound, ErrorCodes.UnknownEntity, $"{string.Join('.', way)} is null, and so has no list to show. Look at the variables.");
        }

        return value;
    }

    /// <summary>What of the connection is no row goes into headers.</summary>
    private static void Describe(HttpContext context, PreparedOperation operation, TableSelection table, JsonElement connection)
    {
        var headers = context.Response.Headers;
        headers.ContentDisposition = $"attachment; filename=\"{operation.Definition!.Name?.StringValue ?? "answer"}.csv\"";
        if (table.TotalCount is { } count) headers[TotalCountHeader] = connection.GetProperty(count).GetRawText();
        if (table is not { PageInfo: { } page, HasNextPage: { } hasNext, EndCursor: { } end }) return;

        var info = connection.GetProperty(page);
        if (!info.GetProperty(hasNext).GetBoolean() || info.GetProperty(end).GetString() is not { } cursor) return;

        headers[NextCursorHeader] = cursor;
        if (table.AfterVariable is { } variable && !HttpMethods.IsPost(context.Request.Method))
            headers[HeaderNames.Link] = $"<{NextPage.Of(context.Request, variable, cursor)}>; rel=\"next\"";
    }

    /// <summary>Whoever reads tables looks at the status and not for errors in them.</summary>
    private static int StatusOf(OperationAnswer answer) => answer switch
    {
        { IsForLater: true } => StatusCodes.Status503ServiceUnavailable,
        { Facts.Error: null } => StatusCodes.Status200OK,
        { Facts.Error: ErrorCodes.Internal } => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    private static RequestRefusedException NotATable(string message)
        => new(StatusCodes.Status400BadRequest, ErrorCodes.NotATable, message) { IsWellFormed = true };
}

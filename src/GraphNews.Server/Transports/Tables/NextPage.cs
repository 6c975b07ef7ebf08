using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;

namespace GraphNews.Server.Transports.Tables;

/// <summary>The address of the next page of a list that was asked for by GET.</summary>
internal static class NextPage
{
    /// <summary>The address that was asked, with the cursor as the variable; relative to the server, whatever proxies call it.</summary>
    public static string Of(HttpRequest request, string variable, string cursor)
    {
        var variables = request.Query["variables"] is [{ Length: > 0 } given] ? JsonNode.Parse(given) as JsonObject ?? [] : [];
        variables[variable] = cursor;
        var address = new QueryBuilder(request.Query.Where(parameter => parameter.Key != "variables")) { { "variables", variables.ToJsonString() } };
        return $"{request.PathBase}{request.Path}{address}";
    }
}

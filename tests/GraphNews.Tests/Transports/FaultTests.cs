using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using GraphNews.Graph.Execution;
using GraphNews.Server.Auth;
using GraphNews.Server.Limits;
using GraphNews.Server.SavedOperations;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using GraphNews.Server.Telemetry;
using GraphNews.Server.Transports;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphNews.Tests.Transports;

/// <summary>A fault of the server itself tells its client a trace id and nothing else.</summary>
public sealed class FaultTests
{
    [Fact]
    public Task An_engine_that_throws_has_status_500()
        => AssertFaultAsync((_, _) => throw new InvalidOperationException("secret"));

    [Fact]
    public Task An_answer_that_cannot_be_written_has_status_500_and_not_half_an_answer()
        => AssertFaultAsync((_, _) => Task.FromResult(new GraphResponse
        {
            Executed = true,
            Errors = [],
            WriteData = writer =>
            {
                writer.WriteStartObject();
                throw new InvalidOperationException("secret");
            },
        }));

    [Fact]
    public async Task A_field_that_fails_is_null_and_the_log_has_its_reason_under_the_trace_id()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await using var server = await ServerProcess.StartAsync(graph);
        await using (var connection = new SqliteConnection($"{graph.ConnectionString};Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE \"Officials\" RENAME TO \"Gone\"";
            await command.ExecuteNonQueryAsync();
        }

        using var client = new HttpClient();
        using var body = new StringContent(
            "{\"query\":\"{ graph { version } official(slug: \\\"abdellatif-hammouchi\\\") { slug } }\"}", new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync(server.Address, body);
        var answer = await Answer.ReadAsync(response);

        Assert.Equal((200, "INTERNAL"), (answer.Status, answer.Code));
        Assert.Equal("[\"official\"]", answer.Json.GetProperty("errors")[0].GetProperty("path").GetRawText());
        Assert.DoesNotContain("SQL", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        var trace = Regex.Match(answer.Text, "trace id ([0-9a-f]{32})").Groups[1].Value;
        Assert.Contains($"TraceId:{trace}", server.Output, StringComparison.Ordinal);
        Assert.Contains("no such table", server.Output, StringComparison.Ordinal);
    }

    private static async Task AssertFaultAsync(Func<GraphRequest, CancellationToken, Task<GraphResponse>> execute)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:Graph"] = "Data Source=never-opened.db";
        builder.Services
            .AddSettings(builder.Configuration).AddStorage(builder.Configuration).AddSchema().AddSingleton<IGraphEngine>(new Faulty(execute))
            .AddSingleton<CallerAuthentication>().AddSingleton<OperationTelemetry>().AddAnswerCompression().AddLimits().AddSavedOperations().AddGraphQLOverHttp().AddGraphQLStreams();
        await using var app = builder.Build();
        app.MapGraphQL("/graphql");
        await app.StartAsync();

        using var client = new HttpClient();
        using var body = new StringContent("{\"query\":\"{ __typename }\"}", new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync(new Uri($"{app.Urls.First()}/graphql"), body);
        var answer = await Answer.ReadAsync(response);

        BadRequestTests.AssertRefused(answer, 500, "INTERNAL");
        Assert.Matches(@"trace id \S{8,}", answer.Text);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>No engine is this wrong on purpose, so this one stands in for it.</summary>
    private sealed class Faulty(Func<GraphRequest, CancellationToken, Task<GraphResponse>> execute) : IGraphEngine
    {
        public string Sdl => "";

        public Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel) => execute(request, cancel);

        public Task<OpenedSubscription> OpenAsync(GraphRequest request, CancellationToken cancel) => throw new NotSupportedException();
    }
}

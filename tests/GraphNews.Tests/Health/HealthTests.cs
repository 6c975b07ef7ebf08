using System.Net;
using System.Text.Json;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Search;
using GraphNews.Server.Health;
using GraphNews.Server.Starting;
using GraphNews.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GraphNews.Tests.Health;

/// <summary>Those who watch a server are told whether it lives, and those who send it requests whether to.</summary>
public sealed class HealthTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new();
    private TestGraph _graph = null!;
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithCountriesAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_graph.Storage).AddSingleton<StartGate>().AddSingleton(TimeProvider.System)
            .AddSingleton<ChangeSignal>().AddSingleton(new ChangeOptions()).AddSingleton<ChangeFollower>().AddSingleton(new SearchOptions()).AddSingleton<GraphSearch>().AddHealth();
        _app = builder.Build();
        _app.UseHealth();
        _app.UseStartGate();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _graph.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_server_that_starts_lives_and_is_not_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("live")).Status);

        var (status, told) = await AskAsync("ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("unhealthy", told.GetProperty("status").GetString());
        Assert.Contains("starts", MessageOf(told, "server"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_its_search_index_is_ready_and_says_so()
    {
        Open();

        var (status, told) = await AskAsync("ready");

        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, told.GetProperty("status").GetString()));
        Assert.Contains("being built", MessageOf(told, "search"), StringComparison.Ordinal);
        Assert.Contains("version 1", MessageOf(told, "database"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_search_index_is_built_is_healthy()
    {
        Open();
        var search = _app.Services.GetRequiredService<GraphSearch>();
        search.Start();
        await search.ReadyAsync(default);

        var (status, told) = await AskAsync("ready");

        Assert.Equal((HttpStatusCode.OK, "healthy"), (status, told.GetProperty("status").GetString()));
        Assert.Contains("version 1", MessageOf(told, "search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_database_fails_lives_is_not_ready_and_keeps_the_reason_for_its_log()
    {
        Open();
        await using (var context = _graph.Storage.CreateContext())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE \"Graph\" RENAME TO \"Gone\"");

        var (status, told) = await AskAsync("ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("does not answer", MessageOf(told, "database"), StringComparison.Ordinal);
        Assert.DoesNotContain("no such table", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("live")).Status);
    }

    [Fact]
    public async Task A_server_that_was_told_to_stop_is_not_ready()
    {
        Open();
        _app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var (status, told) = await AskAsync("ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("stops", MessageOf(told, "server"), StringComparison.Ordinal);
    }

    private void Open() => _app.Services.GetRequiredService<StartGate>().Open();

    private static string? MessageOf(JsonElement told, string check) => told.GetProperty("checks").GetProperty(check).GetProperty("message").GetString();

    private async Task<(HttpStatusCode Status, JsonElement Told)> AskAsync(string what)
    {
        using var response = await _client.GetAsync(new Uri($"{_app.Urls.First()}/health/{what}"));
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }
}

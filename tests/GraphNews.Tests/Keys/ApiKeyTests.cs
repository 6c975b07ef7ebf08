using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Keys;

/// <summary>Keys: made, known again, refused, revoked.</summary>
public sealed class ApiKeyTests : IAsyncLifetime
{
    private readonly SetTime _time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private TestGraph _graph = null!;
    private ApiKeys _keys = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        _keys = new ApiKeys(_graph.Storage, _time);
    }

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Fact]
    public async Task A_key_is_known_again_and_its_bearer_is_called_after_it()
    {
        var (_, shown) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);

        var known = await _keys.AuthenticateAsync(shown, default);

        Assert.Equal(new Caller("key:importer", CallerRole.Editor), known.ToCaller());
        Assert.Matches("^gn_[0-9a-f]{16}_[0-9a-f]{64}$", shown);
    }

    [Fact]
    public async Task Only_a_hash_of_the_secret_is_kept()
    {
        var (key, shown) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);

        var file = string.Concat(await _graph.DumpAsync());
        Assert.Contains(key.SecretHash, file, StringComparison.Ordinal);
        Assert.DoesNotContain(shown[^64..], file, StringComparison.Ordinal);
        Assert.DoesNotContain(shown[^64..], key.SecretHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_keys_have_nothing_in_common()
    {
        var (first, one) = await _keys.AddAsync("one", CallerRole.Reader, null, default);
        var (second, two) = await _keys.AddAsync("two", CallerRole.Reader, null, default);

        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(one[^64..], two[^64..]);
        Assert.NotEqual(first.SecretHash, second.SecretHash);
    }

    [Fact]
    public async Task What_is_no_key_an_unknown_key_and_a_wrong_secret_are_answered_alike()
    {
        var (_, shown) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);
        var otherId = $"gn_{new string('0', 16)}{shown[19..]}";
        var otherSecret = $"{shown[..^1]}{(shown[^1] == '0' ? '1' : '0')}";

        var told = await Task.WhenAll(
            new[] { "", "gn_", "gn_x", shown[..^1], shown + "0", shown.ToUpperInvariant(), "GN" + shown[2..], otherId, otherSecret }.Select(RefusalAsync));

        Assert.Single(told.Distinct());
        Assert.StartsWith("UNAUTHENTICATED There is no such key.", told[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_and_says_so_to_whoever_holds_its_secret()
    {
        var (key, shown) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);

        Assert.NotNull((await _keys.RevokeAsync(key.Id, default))!.RevokedAt);

        Assert.Equal("UNAUTHENTICATED The key importer was revoked. Ask for a new one.", await RefusalAsync(shown));
        Assert.StartsWith("UNAUTHENTICATED There is no such key.", await RefusalAsync($"{shown[..^64]}{new string('0', 64)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_refused_from_the_moment_at_which_it_expires()
    {
        var (_, shown) = await _keys.AddAsync("importer", CallerRole.Editor, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), default);

        _time.Now = new DateTimeOffset(2026, 5, 31, 23, 59, 59, TimeSpan.Zero);
        await _keys.AuthenticateAsync(shown, default);

        _time.Now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("UNAUTHENTICATED The key importer expired on 2026-06-01 00:00 UTC. Ask for a new one.", await RefusalAsync(shown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("key:other")]
    [InlineData("-dash")]
    [InlineData("line\n")]
    [InlineData("‮evil")]
    public async Task A_name_that_would_not_read_well_in_the_change_log_is_refused(string name)
        => Assert.Equal("BAD_ARGUMENTS", (await Assert.ThrowsAsync<GraphException>(() => _keys.AddAsync(name, CallerRole.Reader, null, default))).Code);

    [Fact]
    public async Task A_name_is_given_again_only_after_its_key_was_revoked()
    {
        var (key, _) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);

        var refused = await Assert.ThrowsAsync<GraphException>(() => _keys.AddAsync("importer", CallerRole.Reader, null, default));
        Assert.Equal("There is a key with the name importer. Revoke it first, or choose another name.", refused.Message);

        await _keys.RevokeAsync(key.Id, default);
        await _keys.AddAsync("importer", CallerRole.Reader, null, default);
        Assert.Equal(2, (await _keys.ListAsync(default)).Count);
    }

    [Fact]
    public async Task A_key_that_would_have_expired_is_not_made()
    {
        await Assert.ThrowsAsync<GraphException>(() => _keys.AddAsync("importer", CallerRole.Reader, _time.Now.UtcDateTime, default));
        Assert.Empty(await _keys.ListAsync(default));
    }

    [Fact]
    public async Task An_id_that_no_key_has_revokes_nothing()
    {
        var (_, shown) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);

        Assert.Null(await _keys.RevokeAsync("0123456789abcdef", default));
        await _keys.AuthenticateAsync(shown, default);
    }

    [Fact]
    public async Task Keys_and_their_uses_are_no_change_of_the_graph()
    {
        var (key, _) = await _keys.AddAsync("importer", CallerRole.Editor, null, default);
        var noon = new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        await _keys.NoteUsesAsync(new Dictionary<string, DateTime> { [key.Id] = noon }, default);
        await _keys.NoteUsesAsync(new Dictionary<string, DateTime> { [key.Id] = noon.AddHours(-1) }, default);
        await _keys.RevokeAsync(key.Id, default);

        Assert.Equal(noon, Assert.Single(await _keys.ListAsync(default)).LastUsedAt);
        Assert.Equal(0, await _graph.ReadAsync(context => context.GraphStates.Select(state => state.Version).SingleAsync()));
        Assert.Equal(0, await _graph.ReadAsync(context => context.Changes.CountAsync()));
    }

    private async Task<string> RefusalAsync(string presented)
    {
        var refusal = await Assert.ThrowsAsync<GraphException>(() => _keys.AuthenticateAsync(presented, default));
        return $"{refusal.Code} {refusal.Message}";
    }
}

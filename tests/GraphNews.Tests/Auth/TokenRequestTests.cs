using System.Security.Cryptography;
using System.Text;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using Microsoft.IdentityModel.Tokens;

namespace GraphNews.Tests.Auth;

/// <summary>Requests with JSON Web Tokens of an OpenID Connect issuer, over HTTP.</summary>
public sealed class TokenRequestTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private const string Open = "{ official(slug: \"abdellatif-hammouchi\") { slug } }";

    [Theory]
    [InlineData("role", new[] { "editor" }, null)]
    [InlineData("roles", new[] { "visitor", "admin" }, null)]
    [InlineData("roles", new[] { "reader" }, "FORBIDDEN")]
    [InlineData("roles", new[] { "owner" }, "FORBIDDEN")]
    [InlineData("groups", new[] { "editor" }, "FORBIDDEN")]
    public async Task A_token_gives_what_its_highest_role_may_have(string claim, string[] roles, string? code)
    {
        var answer = await server.AskAsync($"Bearer {server.Issuer.Token(role: roles, roleClaim: claim)}");

        Assert.Equal((200, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_token_without_a_role_is_a_reader_s()
    {
        var answer = await server.AskAsync($"Bearer {server.Issuer.Token()}");

        Assert.Equal((200, "FORBIDDEN"), (answer.Status, answer.Code));
    }

    [Fact]
    public Task An_expired_token_is_refused()
        => AssertRefusedAsync(server.Issuer.Token(role: "editor", expires: TimeSpan.FromMinutes(-2)), "The token has expired.");

    [Fact]
    public Task A_token_for_another_service_is_refused()
        => AssertRefusedAsync(server.Issuer.Token(role: "editor", audience: "another"), "The token was given for another service");

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => AssertRefusedAsync(server.Issuer.Token(role: "editor", issuer: "https://elsewhere.example"));

    [Fact]
    public Task A_token_that_names_nobody_is_refused() => AssertRefusedAsync(server.Issuer.Token(subject: null, role: "editor"), "The token names nobody");

    [Fact]
    public async Task A_token_that_another_key_signed_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var signing = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "2026-05" }, SecurityAlgorithms.RsaSha256);

        await AssertRefusedAsync(server.Issuer.Token(role: "editor", signing: signing));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task A_token_that_nobody_signed_is_refused(string algorithm)
    {
        var token = server.Issuer.Token(role: "editor");

        await AssertRefusedAsync(Issuer.Forged(token, new { alg = algorithm, typ = "JWT" }, _ => ""));
        await AssertRefusedAsync(Issuer.Forged(token, new { alg = algorithm, typ = "JWT", kid = "2026-05" }, _ => token.Split('.')[2]));
    }

    [Fact]
    public async Task A_token_that_is_signed_with_the_public_key_as_if_it_were_a_secret_is_refused()
        => await AssertRefusedAsync(Issuer.Forged(
            server.Issuer.Token(role: "editor"),
            new { alg = "HS256", typ = "JWT", kid = "2026-05" },
            content => Base64UrlEncoder.Encode(HMACSHA256.HashData(server.Issuer.PublicKey, Encoding.ASCII.GetBytes(content)))));

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        var parts = server.Issuer.Token(role: "reader").Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("reader", "editor", StringComparison.Ordinal);

        await AssertRefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x.y.z")]
    [InlineData("e30.e30.")]
    [InlineData("....")]
    public Task What_is_no_token_is_refused(string token) => AssertRefusedAsync(token);

    [Fact]
    public async Task Without_an_issuer_every_token_is_refused()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var bare = await ServerProcess.StartAsync(graph, settings: "--Sample:Load=false");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, bare.Address) { Content = new StringContent("""{"query":"{ graph { version } }"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {server.Issuer.Token(role: "editor")}");

        using var refused = await client.SendAsync(request);

        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Contains("This server knows keys only", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://id.example.org", "graphnews", "Authentication:Authority")]
    [InlineData("id.example.org", "graphnews", "Authentication:Authority")]
    [InlineData("https://id.example.org", "", "Authentication:Audience")]
    public async Task An_issuer_that_cannot_be_trusted_stops_the_start(string authority, string audience, string setting)
    {
        var exit = await ServerProcess.RunAsync([$"--Authentication:Authority={authority}", $"--Authentication:Audience={audience}"]);

        Assert.Equal(2, exit.Code);
        Assert.Contains($"The setting {setting} is wrong.", exit.Error, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(string token, string message = "The token is not one that this server accepts")
    {
        var refused = await server.AskAsync($"Bearer {token}", Open);

        Assert.Equal((401, "UNAUTHENTICATED", "Bearer error=\"invalid_token\""), (refused.Status, refused.Code, refused.Challenge));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }
}

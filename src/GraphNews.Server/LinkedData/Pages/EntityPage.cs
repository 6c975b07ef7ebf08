using GraphNews.Server.Settings;

namespace GraphNews.Server.LinkedData.Pages;

/// <summary>An entity as a page: what is known of it, who says so, and where to ask on.</summary>
internal sealed class EntityPage(SavedOperationsSettings saved, IdeSettings ide)
{
    /// <param name="entity">The entity.</param>
    /// <param name="address">Where entities are.</param>
    public string Show(AnswerValue entity, EntityAddress address)
    {
        var (slug, label, kind) = (entity["slug"].Text!, entity.Label!, entity["__typename"].Text!);
        var facts = new EntityFacts(address);
        var head = Html.Of($"""
            <link rel="canonical" href="{address.Of(slug)}">
            <link rel="alternate" type="application/ld+json" href="{address.LinkTo(slug)}{EntityForm.JsonLdEnding}">

            """);
        return PageFrame.Show($"{label} · GraphNews", head, Html.Of($"""
            <p>{EntityWords.Kind(kind)}</p>
            <h1{Language(entity, label)} dir="auto">{label}</h1>
            {Paragraph(entity["description"].Text ?? (label == entity["summary"].Text ? null : entity["summary"].Text))}
            {facts.List(entity)}
            {Names(entity)}
            {facts.Sections(entity)}
            {Sources(entity, address)}
            {Questions(slug, kind, address)}
            """));
    }

    private static Html Paragraph(string? text) => text is null ? Html.None : Html.Of($"<p dir=\"auto\">{text}</p>");

    /// <summary>The language of what the entity is called, as far as it is known.</summary>
    private static Html Language(AnswerValue entity, string label)
    {
        var language = entity["names"].Items.FirstOrDefault(name => name["value"].Text == label)["language"].Text ?? entity["language"].Text;
        return language is null ? Html.None : Html.Of($" lang=\"{language}\"");
    }

    private static Html Names(AnswerValue entity)
    {
        var names = entity["names"].Items.ToList();
        if (names.Count == 0) return Html.None;

        return Html.Of($"""
            <h2>Names</h2>
            <table>
            <thead><tr><th scope="col">Name</th><th scope="col">Language</th><th scope="col">Kind</th></tr></thead>
            <tbody>
            {Html.Of(names.Select(name => Html.Of($"<tr><td lang=\"{name["language"].Text}\" dir=\"auto\">{name["value"].Text}</td><td>{name["language"].Text}</td><td>{Words.Of(name["kind"].Text)}</td></tr>\n")))}</tbody>
            </table>
            """);
    }

    private static Html Sources(AnswerValue entity, EntityAddress address)
    {
        var citations = EntityQuestion.Sources(entity);
        if (citations.Count == 0) return Html.None;

        return Html.Of($"<h2>What sources say</h2>\n{Html.Of(citations.Select(citation =>
        {
            var article = citation["article"];
            var words = citation["quote"].Text is { } quote
                ? Html.Of($"<blockquote lang=\"{article["language"].Text ?? "und"}\" dir=\"auto\">{quote}</blockquote>\n")
                : Html.None;
            var place = citation["locator"].Text is { } locator ? Html.Of($", {locator}") : Html.None;
            return Html.Of($"{words}<p><cite><a href=\"{address.LinkTo(article["slug"].Text!)}\" dir=\"auto\">{article.Label}</a></cite>{place}</p>\n");
        }))}");
    }

    /// <summary>Where to go on: the data behind the page, and a question of one's own in the IDE.</summary>
    private Html Questions(string slug, string kind, EntityAddress address)
    {
        var graphql = $"{address.Path[..^EntityAddress.Segment.Length]}/graphql";
        var data = $"{graphql}?documentId={EntityQuestion.DocumentId}&variables={Uri.EscapeDataString($"{{\"slug\":\"{slug}\"}}")}";
        var question = EntityWords.Question(kind, slug);
        var own = saved.TrustedOnly ? Html.None : Html.Of($"""
            <p>Ask on, in GraphQL: <a href="{graphql}?query={Uri.EscapeDataString(question)}">this question's answer</a>{(ide.Enabled ? Html.Of($""", or copy it into <a href="{graphql}/">the IDE</a> and change it""") : Html.None)}.</p>
            <pre tabindex="0" aria-label="A question about this entity"><code>{question}</code></pre>
            """);
        return Html.Of($"""
            <h2>The data</h2>
            <p>This page as <a href="{address.LinkTo(slug)}{EntityForm.JsonLdEnding}">JSON-LD</a>, and <a href="{data}">the answer that it is made of</a>.</p>
            {own}
            """);
    }
}

using System.Globalization;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;

namespace GraphNews.Graph.Exports.FollowTheMoney;

/// <summary>Facts as FollowTheMoney's links between things: who held which position, what is part of what, what followed what.</summary>
internal sealed class FollowTheMoneyLinks(ExportPage page, ExportLosses losses)
{
    /// <summary>The role of an agency in the one that it is a part of.</summary>
    public const string PartOf = "part of";

    public FollowTheMoneyEntity Occupancy(Tenure tenure)
    {
        var held = new FollowTheMoneyEntity(Id("tenure", tenure.Id), "Occupancy");
        held.Add("holder", page.Slug(tenure.OfficialId));
        held.Add("post", page.Slug(tenure.PostId));
        held.Add("startDate", PlainDate.Of(tenure.From, losses));
        held.Add("endDate", PlainDate.Of(tenure.Until, losses));
        held.Add("date", [Day(tenure.AttestedFirst), Day(tenure.AttestedLast)]);
        if (tenure.Status != TenureStatus.Unknown) held.Add("status", FollowTheMoneyThings.Words(tenure.Status));
        Support(held, tenure);
        return held;
    }

    public FollowTheMoneyEntity Succession(AgencySuccession succession)
    {
        var followed = new FollowTheMoneyEntity(Id("succession", succession.Id), "Succession");
        followed.Add("predecessor", page.Slug(succession.PredecessorId));
        followed.Add("successor", page.Slug(succession.SuccessorId));
        followed.Add("date", PlainDate.Of(succession.Date, losses));
        if (succession.Kind != SuccessionKind.Unknown) followed.Add("role", FollowTheMoneyThings.Words(succession.Kind));
        Support(followed, succession);
        return followed;
    }

    /// <summary>That an agency is part of another.</summary>
    public IEnumerable<FollowTheMoneyEntity> Parent(Agency agency)
    {
        if (page.Slug(agency.ParentId) is not { } parent) yield break;
        var part = new FollowTheMoneyEntity(Id("part", agency.Id), "Membership");
        part.Add("member", agency.Slug);
        part.Add("organization", parent);
        part.Add("role", PartOf);
        yield return part;
    }

    /// <summary>Keys of schemes that things have no property for.</summary>
    public IEnumerable<FollowTheMoneyEntity> Identifications(Entity holder)
    {
        foreach (var identifier in page.Hanging<Identifier>(holder.Id).Where(identifier => identifier.Scheme != FollowTheMoneyThings.Wikidata))
        {
            var identification = new FollowTheMoneyEntity(Id("identifier", identifier.Id), "Identification");
            identification.Add("holder", holder.Slug);
            identification.Add("type", identifier.Scheme);
            identification.Add("number", identifier.Value);
            yield return identification;
        }
    }

    /// <summary>The documents whose words call somebody so.</summary>
    public IEnumerable<FollowTheMoneyEntity> Mentions(Entity entity, string schema)
    {
        foreach (var name in page.Hanging<Name>(entity.Id))
        {
            foreach (var citation in page.Hanging<Citation>(name.Id).Where(citation => citation.Quote is not null).DistinctBy(citation => citation.ArticleId))
            {
                if (page.Slug(citation.ArticleId) is not { } article) continue;
                var mention = new FollowTheMoneyEntity(Id("mention", citation.Id), "Mention");
                mention.Add("document", article);
                mention.Add("resolved", entity.Slug);
                mention.Add("name", name.Value);
                mention.Add("detectedSchema", schema);
                yield return mention;
            }
        }
    }

    private void Support(FollowTheMoneyEntity link, Fact fact)
    {
        Proof.Add(link, page, losses, [fact]);
        losses.AddIf(fact.StatedBy is not null, LossNames.Stated);
    }

    /// <summary>An id that no slug is, since slugs have no points.</summary>
    private static string Id(string what, long id) => string.Create(CultureInfo.InvariantCulture, $"{what}.{id}");

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Mappings.People;

namespace GraphNews.Tests.Mappings;

/// <summary>Who is told from a text, and who is not.</summary>
public sealed class OfficeHoldersTests
{
    private readonly Offices _offices = new();

    public OfficeHoldersTests()
    {
        Agency("agency", "Ministry of Works");
        Agency("other", "Ministry of Fish");
        Agency("company", "Mary Gordon Ltd");
        Post("secretary", "agency", "Secretary of State for Works");
        Post("minister", "agency", "Minister of State");
        Post("fish", "other", "Minister for Fish");
    }

    [Theory]
    [InlineData("Kenneth Brown")]
    [InlineData("Rt Hon Kenneth Brown QC MP")]
    [InlineData("The Right Honourable Sir Kenneth BROWN, KCB")]
    [InlineData("Minister of State, Kenneth Brown MP")]
    [InlineData("Kenneth Brown MP, Minister for Everything")]
    [InlineData("Minister of State – Kenneth Brown")]
    [InlineData("Former Secretary of State for Works Kenneth Brown QCMP")]
    [InlineData("Kenneth Brown Minister of State")]
    [InlineData("Ken Brown", NameRule.GivenName)]
    [InlineData("Secretary of State for Works Ken Brown", NameRule.GivenName)]
    [InlineData("Kennet Brown", NameRule.Spelling)]
    [InlineData("Kenneth Browne MP", NameRule.Spelling)]
    internal void Titles_honours_and_posts_do_not_hide_a_name(string text, NameRule rule = NameRule.FullName)
    {
        Tenure("t1", Official("ken", "Kenneth Brown"), "secretary", "2010-05-12", "2012-09-04");

        var found = Find(text, "2012-09");

        Assert.Equal(("ken", rule, "t1"), (found.Official, found.Rule, found.Office?.Tenure));
    }

    [Theory]
    [InlineData("Lord Ahmad of Wimbledon", NameRule.FullName)]
    [InlineData("The Lord  Ahmad of Wimbledon OBE", NameRule.FullName)]
    [InlineData("Government Whip, Viscount Ahmad of Wimbledon", NameRule.FullName)]
    [InlineData("Lord Ahmad", NameRule.PeerWithoutPlace)]
    [InlineData("Lord Tariq Ahmad", NameRule.GivenName)]
    [InlineData("Lord Tariq Ahmad of Wimbledon", NameRule.GivenName)]
    [InlineData("Lord Ahmed of Wimbledon", NameRule.Spelling)]
    internal void Peers_are_called_by_rank_place_and_given_name(string text, NameRule rule)
    {
        Tenure("t1", Official("ahmad", "Lord Ahmad of Wimbledon"), "minister", "2010-05-12", "2012-09-04");

        Assert.Equal(("ahmad", rule), (Find(text, "2012-01").Official, Find(text, "2012-01").Rule));
    }

    [Theory]
    [InlineData("Lord Popat of Harrow")]
    [InlineData("Minister of State Lord Popat of Harrow on the Hill")]
    public void A_place_does_not_hide_a_peer_who_is_recorded_without_one(string text)
    {
        Tenure("t1", Official("popat", "Lord Popat"), "minister", "2010-05-12", "2012-09-04");

        Assert.Equal(("popat", NameRule.PeerWithoutPlace), (Find(text, "2012-01").Official, Find(text, "2012-01").Rule));
    }

    [Theory]
    [InlineData("Kenneth Brown", "2012-10")]
    [InlineData("Kenneth Brown", "2010-04")]
    [InlineData("Kenneth Brownlow", "2012-01")]
    [InlineData("Brown", "2012-01")]
    [InlineData("Gordon Brown", "2012-01")]
    [InlineData("Lord Kenneth Brown", "2012-01")]
    [InlineData("Kenneth Brown and John Smith", "2012-01")]
    [InlineData("Mary Kenneth Brown", "2012-01")]
    [InlineData("Kenneth Brown of Newtown", "2012-01")]
    [InlineData("Kenneth Browne of Works", "2012-01")]
    [InlineData("Lord Ahmad of Newtown", "2012-01")]
    [InlineData("Permanent Secretary Jane Roe", "2012-01")]
    public void A_name_that_is_not_quite_an_officials_or_a_date_out_of_office_tells_nobody(string text, string date)
    {
        Tenure("t1", Official("ken", "Kenneth Brown"), "secretary", "2010-05-12", "2012-09-04");
        Tenure("t2", Official("ahmad", "Lord Ahmad of Wimbledon"), "minister", "2010-05-12", "2012-09-04");

        var found = Find(text, date);

        Assert.Null(found.Official);
        Assert.Empty(found.Candidates);
    }

    [Fact]
    public void An_official_of_another_agency_is_not_told()
    {
        Tenure("t1", Official("ken", "Kenneth Brown"), "fish", "2010-05-12", "2012-09-04");

        Assert.Null(Find("Kenneth Brown", "2012-01").Official);
    }

    [Fact]
    public void Two_of_the_same_name_are_both_named_and_neither_is_told()
    {
        Tenure("t1", Official("one", "John Smith"), "secretary", "2010-05-12", "2012-09-04");
        Tenure("t2", Official("two", "John Smith"), "minister", "2010-05-12", "2012-09-04");

        var found = Find("Rt Hon John Smith MP", "2012-01");

        Assert.Null(found.Official);
        Assert.Equal(["one", "two"], found.Candidates);
    }

    [Fact]
    public void The_post_tells_two_of_the_same_name_apart()
    {
        Tenure("t1", Official("one", "John Smith"), "secretary", "2010-05-12", "2012-09-04");
        Tenure("t2", Official("two", "John Smith"), "minister", "2010-05-12", "2012-09-04");

        Assert.Equal("one", Find("Secretary of State for Works, John Smith", "2012-01").Official);
    }

    [Fact]
    public void The_date_tells_two_of_the_same_name_apart_but_not_in_the_month_of_the_change()
    {
        Tenure("t1", Official("one", "John Smith"), "secretary", "2010-05-12", "2012-09-04");
        Tenure("t2", Official("two", "John Smith"), "secretary", "2012-09-05", null);

        Assert.Equal("one", Find("John Smith", "2012-08").Official);
        Assert.Equal("two", Find("John Smith", "2012-09-06").Official);
        Assert.Equal(["one", "two"], Find("John Smith", "2012-09").Candidates);
    }

    [Fact]
    public void A_surer_rule_outdoes_a_weaker_one()
    {
        Tenure("t1", Official("one", "Ken Brown"), "secretary", "2010-05-12", null);
        Tenure("t2", Official("two", "Kenneth Brown"), "minister", "2010-05-12", null);

        Assert.Equal("one", Find("Ken Brown", "2012-01").Official);
        Assert.Equal("two", Find("Kenneth Brown", "2012-01").Official);
    }

    [Fact]
    public void A_post_alone_tells_who_held_it_all_the_time()
    {
        Tenure("t1", Official("one", "Anna One"), "secretary", "2010-05-12", "2012-09-04");
        Tenure("t2", Official("two", "Berta Two"), "secretary", "2012-09-05", null);

        Assert.Equal(("one", NameRule.PostOnly), (Find("Secretary of State for Works", "2012-08").Official, Find("Secretary of State for Works", "2012-08").Rule));
        Assert.Null(Find("Secretary of State for Works", "2012-09").Official);
        Assert.Null(Find("Jane Roe, Secretary of State for Works", "2012-08").Official);
        Assert.Null(Find("Permanent Secretary", "2012-08").Official);
    }

    [Fact]
    public void Of_two_posts_at_once_the_one_that_is_named_is_the_capacity()
    {
        var ken = Official("ken", "Kenneth Brown");
        Tenure("t1", ken, "secretary", "2010-05-12", null);
        Tenure("t2", ken, "minister", "2010-05-12", null);

        Assert.Equal("t2", Find("Minister of State, Kenneth Brown", "2012-01").Office?.Tenure);
        Assert.Equal(("ken", null), (Find("Kenneth Brown", "2012-01").Official, Find("Kenneth Brown", "2012-01").Office));
    }

    [Fact]
    public void Without_a_date_a_name_is_told_where_only_one_held_office_while_the_file_was_kept_and_a_post_is_not()
    {
        Tenure("t1", Official("one", "Anna One"), "secretary", "2010-05-12", null);
        var holders = new OfficeHolders(_offices);
        var covered = PartialDate.Parse("[2010-05-01..2016-12-31]");

        Assert.Equal(NameScope.AgencyDateUnknown, holders.Find("Anna One", ["agency"], covered, isDateKnown: false).Scope);
        Assert.Null(holders.Find("Secretary of State for Works", ["agency"], covered, isDateKnown: false).Official);
    }

    [Fact]
    public void An_agency_is_found_by_its_name_at_the_time_if_it_has_posts()
    {
        _offices.Add(Json("""{"type":"Agency","key":"old","names":[{"value":"Department for Education"}],"founded":"1992-04-11","dissolved":"1995-07-05"}"""));
        _offices.Add(Json("""{"type":"Agency","key":"new","names":[{"value":"Department for Education"}],"founded":"2010-05-12"}"""));
        _offices.Add(Json("""{"type":"Agency","key":"visitor","names":[{"value":"Department for Education"}]}"""));
        Post("p1", "old", "Minister");
        Post("p2", "new", "Minister");

        Assert.Equal("new", Assert.Single(_offices.FindAgencies("Department for Education", PartialDate.Parse("2012"))).Key);
        Assert.Equal("old", Assert.Single(_offices.FindAgencies("The department for education", PartialDate.Parse("1994"))).Key);
        Assert.Empty(_offices.FindAgencies("Department for Education", PartialDate.Parse("2000")));
    }

    private ResolvedPerson Find(string text, string date) => new OfficeHolders(_offices).Find(text, ["agency"], PartialDate.Parse(date), isDateKnown: true);

    private string Official(string key, string name)
    {
        _offices.Add(new JsonObject { ["type"] = "Official", ["key"] = key, ["names"] = new JsonArray(new JsonObject { ["value"] = name }) });
        return key;
    }

    private void Agency(string key, string name)
        => _offices.Add(new JsonObject { ["type"] = "Agency", ["key"] = key, ["names"] = new JsonArray(new JsonObject { ["value"] = name }) });

    private void Post(string key, string agency, string title)
        => _offices.Add(new JsonObject
        {
            ["type"] = "Post", ["key"] = key, ["agency"] = new JsonObject { ["key"] = agency },
            ["names"] = new JsonArray(new JsonObject { ["value"] = title }),
        });

    private void Tenure(string key, string official, string post, string from, string? until)
        => _offices.Add(new JsonObject
        {
            ["type"] = "Tenure", ["key"] = key, ["official"] = new JsonObject { ["key"] = official },
            ["post"] = new JsonObject { ["key"] = post }, ["from"] = from, ["until"] = until,
        });

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}

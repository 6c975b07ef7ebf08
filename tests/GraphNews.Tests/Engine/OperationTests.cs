using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Tests.Schema;
using Snapshooter;
using Snapshooter.Xunit;

namespace GraphNews.Tests.Engine;

/// <summary>The operations of <c>schema/operations/</c>, asked of the Madrid sample.</summary>
public sealed partial class OperationTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Hammouchi_met_in_Madrid_whom_as_what_about_what_and_who_says_so()
    {
        var data = await sample.Answers.DataAsync(SavedOperation.Read("HammouchiMeetings"));

        var meetings = data.GetProperty("official").GetProperty("meetings").GetProperty("nodes").EnumerateArray();
        Assert.Equal(
            ["madrid-bilateral-2025-01", "madrid-trilateral-2025-01", "madrid-visit-2025-01"],
            meetings.Select(meeting => meeting.GetProperty("slug").GetString()!).Order(StringComparer.Ordinal));
        JsonSerializer.Serialize(data, Readable).MatchSnapshot();
    }

    [Fact]
    public async Task Hammouchi_is_found_by_his_Arabic_name_with_all_that_is_written_about_him()
    {
        var data = await sample.Answers.DataAsync(SavedOperation.Read("SearchHammouchi"));

        Assert.Equal("abdellatif-hammouchi", data.GetProperty("search").GetProperty("nodes")[0].GetProperty("node").GetProperty("slug").GetString());
        JsonSerializer.Serialize(data, Readable).MatchSnapshot();
    }

    [Theory]
    [InlineData("WhomAnOfficialMet", "spain-policia-nacional")]
    [InlineData("HowTwoAreConnected", "madrid-trilateral-2025-01")]
    [InlineData("NetworkAroundSomebody", "germany-bundespolizei")]
    [InlineData("MeetingsOfTwoCountries", "human-trafficking")]
    [InlineData("MeetingsOverTime", "spain-policia-nacional")]
    [InlineData("WhoHeldAPost", "abdellatif-hammouchi")]
    [InlineData("WhatChanged", "madrid-trilateral-2025-01")]
    [InlineData("WhatAnArticleSupports", "madrid-trilateral-2025-01")]
    [InlineData("MeetingsOfAnOfficial", "madrid-trilateral-2025-01")]
    [InlineData("FindOfficials", "abdellatif-hammouchi")]
    [InlineData("DescribeEntity", "madrid-trilateral-2025-01")]
    public async Task Each_of_the_questions_is_answered_by_one_operation(string operation, string slug)
    {
        var text = JsonSerializer.Serialize(await sample.Answers.DataAsync(SavedOperation.Read(operation)), Readable);

        Assert.Contains(slug, text, StringComparison.Ordinal);
        WhenAndWhere().Replace(text, "\"$1\": \"…\"").MatchSnapshot(new SnapshotNameExtension(operation));
    }

    [Fact]
    public async Task The_second_story_tells_who_met_about_corruption_on_or_before_the_day_of_the_report()
        => JsonSerializer.Serialize(
            await sample.Answers.DataAsync(
                """
                {
                  meeting(slug: "yemen-culture-snaccc") {
                    title kind status starts { text earliest latest precision }
                    participations(first: 20) {
                      nodes { role official { slug name(language: "ar") } agency { slug } titleAsWritten capacity { post { title } tenure { status } } citations { nodes { quote } } }
                    }
                    topics { slug }
                    citations { nodes { quote article { language } } }
                  }
                }
                """),
            Readable).MatchSnapshot();

    // When the sample was loaded, and places in its log.
    [GeneratedRegex("\"(at|endCursor)\": \"[^\"]*\"")]
    private static partial Regex WhenAndWhere();
}

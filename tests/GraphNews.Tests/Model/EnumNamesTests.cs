using GraphNews.Graph;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;

namespace GraphNews.Tests.Model;

public sealed class EnumNamesTests
{
    [Fact]
    public void A_member_is_stored_in_upper_case_with_underscores()
    {
        Assert.Equal("HEAD_OF_DELEGATION", EnumNames.Of(ParticipationRole.HeadOfDelegation));
        Assert.Equal("HEAD_OF_DELEGATION", EnumNames.Of((Enum)ParticipationRole.HeadOfDelegation));
        Assert.Equal(ParticipationRole.HeadOfDelegation, EnumNames.Parse<ParticipationRole>("HEAD_OF_DELEGATION"));
        Assert.Equal(ParticipationRole.HeadOfDelegation, EnumNames.Find<ParticipationRole>("HEAD_OF_DELEGATION"));
    }

    [Fact]
    public void A_name_that_the_enum_has_not_is_none()
    {
        Assert.Null(EnumNames.Find<ParticipationRole>("HeadOfDelegation"));
        Assert.Throws<FormatException>(() => EnumNames.Parse<AgencyKind>("GUILD"));
    }

    [Fact]
    public void Every_member_of_every_enum_fits_its_column_and_comes_back()
        => Assert.All(typeof(GraphDbContext).Assembly.GetExportedTypes().Where(t => t.IsEnum), type =>
        {
            var names = EnumNames.All(type);
            Assert.All(names, name => Assert.InRange(name.Length, 1, EnumNames.MaxLength));
            Assert.Equal(Enum.GetNames(type), names.Select(name => EnumNames.Find(type, name)!.ToString()));
        });
}

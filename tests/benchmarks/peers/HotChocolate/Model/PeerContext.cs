using Microsoft.EntityFrameworkCore;

namespace GraphNews.Peer.Model;

/// <summary>The tables of GraphNews, as far as the operation reads them.</summary>
public sealed class PeerContext(DbContextOptions<PeerContext> options) : DbContext(options)
{
    public DbSet<Official> Officials => Set<Official>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Tenure> Tenures => Set<Tenure>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<Capacity> Capacities => Set<Capacity>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<MeetingTopic> MeetingTopics => Set<MeetingTopic>();

    public DbSet<Occasion> Occasions => Set<Occasion>();

    public DbSet<MeetingOccasion> MeetingOccasions => Set<MeetingOccasion>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<AgreementParty> AgreementParties => Set<AgreementParty>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<SourceArticle> SourceArticles => Set<SourceArticle>();

    public DbSet<Publisher> Publishers => Set<Publisher>();

    public DbSet<Name> Names => Set<Name>();

    public DbSet<Text> Texts => Set<Text>();

    /// <summary>Hidden rows show nowhere.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Official>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Agency>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Tenure>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Meeting>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Participation>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Capacity>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<MeetingTopic>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<MeetingOccasion>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Agreement>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<AgreementParty>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Citation>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Name>().HasQueryFilter(row => row.HiddenSince == null);
        modelBuilder.Entity<Text>().HasQueryFilter(row => row.HiddenSince == null);
    }
}

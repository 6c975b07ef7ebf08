using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Identity;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Keys;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using GraphNews.Graph.Telemetry;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace GraphNews.Graph;

/// <summary>The tables of the graph. Each set is one table of the same name, which is the row's in the plural.</summary>
public sealed class GraphDbContext(DbContextOptions<GraphDbContext> options) : DbContext(options)
{
    /// <summary>The one row that says where the graph stands; the table is called Graph.</summary>
    public DbSet<GraphState> GraphStates => Set<GraphState>();

    /// <summary>The identity of everything.</summary>
    public DbSet<Node> Nodes => Set<Node>();

    /// <summary>Which entity each slug was given to.</summary>
    public DbSet<Slug> Slugs => Set<Slug>();

    /// <summary>What came of mutations that clients may send again.</summary>
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    /// <summary>Persons.</summary>
    public DbSet<Official> Officials => Set<Official>();

    /// <summary>Who holds which post.</summary>
    public DbSet<Tenure> Tenures => Set<Tenure>();

    /// <summary>Institutions.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Which agency followed which.</summary>
    public DbSet<AgencySuccession> AgencySuccessions => Set<AgencySuccession>();

    /// <summary>Seats at agencies.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Meetings and visits.</summary>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>Who took part in a meeting.</summary>
    public DbSet<Participation> Participations => Set<Participation>();

    /// <summary>In which posts participants attended.</summary>
    public DbSet<Capacity> Capacities => Set<Capacity>();

    /// <summary>What meetings were about.</summary>
    public DbSet<MeetingTopic> MeetingTopics => Set<MeetingTopic>();

    /// <summary>Of which occasions meetings spoke.</summary>
    public DbSet<MeetingOccasion> MeetingOccasions => Set<MeetingOccasion>();

    /// <summary>What was agreed.</summary>
    public DbSet<Agreement> Agreements => Set<Agreement>();

    /// <summary>Who is bound by an agreement.</summary>
    public DbSet<AgreementParty> AgreementParties => Set<AgreementParty>();

    /// <summary>What agreements are about.</summary>
    public DbSet<AgreementTopic> AgreementTopics => Set<AgreementTopic>();

    /// <summary>For which occasions agreements are made.</summary>
    public DbSet<AgreementOccasion> AgreementOccasions => Set<AgreementOccasion>();

    /// <summary>Topics.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>Public events.</summary>
    public DbSet<Occasion> Occasions => Set<Occasion>();

    /// <summary>Where occasions take place.</summary>
    public DbSet<OccasionPlace> OccasionPlaces => Set<OccasionPlace>();

    /// <summary>Places.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>Countries.</summary>
    public DbSet<Country> Countries => Set<Country>();

    /// <summary>Sources.</summary>
    public DbSet<SourceArticle> SourceArticles => Set<SourceArticle>();

    /// <summary>Who published sources.</summary>
    public DbSet<Publisher> Publishers => Set<Publisher>();

    /// <summary>Names of nodes.</summary>
    public DbSet<Name> Names => Set<Name>();

    /// <summary>Keys of nodes in other schemes.</summary>
    public DbSet<Identifier> Identifiers => Set<Identifier>();

    /// <summary>Texts of nodes by language.</summary>
    public DbSet<Text> Texts => Set<Text>();

    /// <summary>What sources say.</summary>
    public DbSet<Citation> Citations => Set<Citation>();

    /// <summary>Where sources disagree.</summary>
    public DbSet<Dispute> Disputes => Set<Dispute>();

    /// <summary>The values in a dispute.</summary>
    public DbSet<Claim> Claims => Set<Claim>();

    /// <summary>Every write.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>What every write changed.</summary>
    public DbSet<ChangeEntry> ChangeEntries => Set<ChangeEntry>();

    /// <summary>Which nodes are judged to be the same, or different.</summary>
    public DbSet<Judgement> Judgements => Set<Judgement>();

    /// <summary>Which nodes another stands for: what follows from the judgements.</summary>
    public DbSet<Merge> Merges => Set<Merge>();

    /// <summary>Which references a merge points elsewhere than they were asserted.</summary>
    public DbSet<MovedReference> MovedReferences => Set<MovedReference>();

    /// <summary>Sources that were imported.</summary>
    public DbSet<ImportedSource> ImportedSources => Set<ImportedSource>();

    /// <summary>Runs of imports.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>Which node each record of a source has become.</summary>
    public DbSet<ImportedRecord> ImportedRecords => Set<ImportedRecord>();

    /// <summary>Keys by which programs are known.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>The statements that this context, and the walk by its connection, have run; each snapshot counts its own.</summary>
    internal StatementTally Tally { get; set; } = new();

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        optionsBuilder.AddInterceptors(StatementInterceptor.Instance);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.ComplexProperties<PartialDate>();

        // Each index is stated by its concept, in the order of the list that it serves.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Conventions.Add(_ => new GraphConvention());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GraphDbContext).Assembly);
    }
}

using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Agencies;

/// <summary>An institution: a ministry, a police force, a court, a company. Popolo: Organization.</summary>
public sealed class Agency : Entity
{
    /// <summary>What sort of institution.</summary>
    public AgencyKind Kind { get; set; } = AgencyKind.Unknown;

    /// <summary>The country it belongs to; null if unknown or none.</summary>
    public long? CountryId { get; set; }

    /// <inheritdoc cref="CountryId"/>
    public Country? Country { get; set; }

    /// <summary>The agency that it is part of; null if none.</summary>
    public long? ParentId { get; set; }

    /// <inheritdoc cref="ParentId"/>
    public Agency? Parent { get; set; }

    /// <summary>When it was founded.</summary>
    public PartialDate Founded { get; set; } = PartialDate.Unknown;

    /// <summary>When it was dissolved. Unknown is never read as "still there".</summary>
    public PartialDate Dissolved { get; set; } = PartialDate.Unknown;
}

/// <summary>What sort of institution an agency is.</summary>
public enum AgencyKind
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>A ministry or department of government.</summary>
    Ministry,

    /// <summary>A police force or directorate of police.</summary>
    Police,

    /// <summary>An intelligence or security service.</summary>
    IntelligenceService,

    /// <summary>An authority, commission or regulator.</summary>
    Authority,

    /// <summary>A court.</summary>
    Court,

    /// <summary>A parliament or a chamber of one.</summary>
    Parliament,

    /// <summary>The head of state's or government's office.</summary>
    Executive,

    /// <summary>Armed forces.</summary>
    Military,

    /// <summary>An embassy or other mission.</summary>
    DiplomaticMission,

    /// <summary>An organisation of states.</summary>
    InternationalOrganization,

    /// <summary>A department or unit inside another agency.</summary>
    Department,

    /// <summary>A political party.</summary>
    PoliticalParty,

    /// <summary>A company.</summary>
    Company,

    /// <summary>An association, union or charity.</summary>
    Association,

    /// <summary>A university, school or research body.</summary>
    Academic,

    /// <summary>A newspaper, broadcaster or other medium.</summary>
    Media,

    /// <summary>Anything else.</summary>
    Other,
}

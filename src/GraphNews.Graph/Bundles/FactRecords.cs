using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;

namespace GraphNews.Graph.Bundles;

/// <summary>The records of facts. Names and citations are written inside the record that they belong to.</summary>
internal static class FactRecords
{
    /// <summary>Each type of record.</summary>
    public static IReadOnlyList<RecordType> All { get; } =
    [
        RecordType.Of<Tenure>(NodeKind.Tenure, FillTenure),
        RecordType.Of<Participation>(NodeKind.Participation, FillParticipation),
        RecordType.Of<AgreementParty>(NodeKind.AgreementParty, FillParty),
        RecordType.Of<AgencySuccession>(NodeKind.AgencySuccession, FillSuccession),
    ];

    /// <summary>Reads a name: inside the record of what is called so, or as the input of a mutation.</summary>
    public static void FillName(Name name, RecordFields fields)
    {
        name.Value = NameFolding.Clean(fields.RequiredName("value"));
        name.Language = fields.Language("language") ?? "und";
        name.Kind = fields.Enum<NameKind>("kind");
        name.ValidFrom = fields.Date("validFrom");
        name.ValidUntil = fields.Date("validUntil");
    }

    /// <summary>Reads a name that is added by itself.</summary>
    public static void FillName(Draft draft, Name name, RecordFields fields)
    {
        FillName(name, fields);
        draft.Refer(fields.RequiredReference("subject"), "subject", null, id => name.SubjectId = id);
    }

    private static void FillTenure(Draft draft, Tenure tenure, RecordFields fields)
    {
        tenure.From = fields.Date("from");
        tenure.Until = fields.Date("until");
        tenure.Status = fields.Enum<TenureStatus>("status");
        tenure.AttestedFirst = fields.Day("attestedFirst");
        tenure.AttestedLast = fields.Day("attestedLast");
        draft.Refer(fields.RequiredReference("official"), "official", NodeKind.Official, id => tenure.OfficialId = id);
        draft.Refer(fields.RequiredReference("post"), "post", NodeKind.Post, id => tenure.PostId = id);
    }

    private static void FillParticipation(Draft draft, Participation participation, RecordFields fields)
    {
        participation.Role = fields.Enum<ParticipationRole>("role");
        participation.NameAsWritten = fields.Name("nameAsWritten");
        participation.TitleAsWritten = fields.Name("titleAsWritten");
        draft.Refer(fields.RequiredReference("meeting"), "meeting", NodeKind.Meeting, id => participation.MeetingId = id);
        draft.Refer(fields.Reference("official"), "official", NodeKind.Official, id => participation.OfficialId = id);
        draft.Refer(fields.Reference("agency"), "agency", NodeKind.Agency, id => participation.AgencyId = id);
        draft.Refer(fields.Reference("onBehalfOf"), "onBehalfOf", NodeKind.Agency, id => participation.OnBehalfOfId = id);
        if (!fields.MayLeaveOut && draft.References.Count == 1 && participation is { NameAsWritten: null, TitleAsWritten: null })
        {
            throw fields.Wrong("official", "is missing, and nothing else says who took part: an agency, a name or a title.");
        }

        draft.Links.AddRange(fields.Objects("capacity").Select(ReadCapacity));
    }

    private static LinkDraft ReadCapacity(RecordFields fields)
    {
        var capacity = new Capacity();
        List<PendingReference> references =
            [new(fields.WholeReference("post"), $"{fields.Path}.post", NodeKind.Post, id => capacity.PostId = id)];
        if (fields.Reference("tenure") is { } tenure)
        {
            references.Add(new PendingReference(tenure, $"{fields.Path}.tenure", NodeKind.Tenure, id => capacity.TenureId = id));
        }

        fields.End();
        return new LinkDraft(capacity, owner => capacity.ParticipationId = owner, references);
    }

    private static void FillParty(Draft draft, AgreementParty party, RecordFields fields)
    {
        if (fields.Has("agency") == fields.Has("country") && (!fields.MayLeaveOut || fields.Has("agency")))
        {
            throw fields.Wrong("agency", "and the field country: just one of them has to be there.");
        }

        draft.Refer(fields.RequiredReference("agreement"), "agreement", NodeKind.Agreement, id => party.AgreementId = id);
        draft.Refer(fields.Reference("agency"), "agency", NodeKind.Agency, id => party.AgencyId = id);
        draft.Refer(fields.Reference("country"), "country", NodeKind.Country, id => party.CountryId = id);
        draft.Refer(fields.Reference("signatory"), "signatory", NodeKind.Official, id => party.SignatoryId = id);
    }

    private static void FillSuccession(Draft draft, AgencySuccession succession, RecordFields fields)
    {
        succession.Kind = fields.Enum<SuccessionKind>("kind");
        succession.Date = fields.Date("date");
        draft.Refer(fields.RequiredReference("predecessor"), "predecessor", NodeKind.Agency, id => succession.PredecessorId = id);
        draft.Refer(fields.RequiredReference("successor"), "successor", NodeKind.Agency, id => succession.SuccessorId = id);
    }
}
